// One offer: who it is, how long is left, accept or decline with a reason. Says its wish to the store.
import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Card } from "../api/types";
import { duration } from "../staff/format";
import { Ticker } from "../staff/ticker";
import { label, wish } from "../staff/words";
import "../ui/dialog";
import type { FdDialog } from "../ui/dialog";
import { htmlLang, Language } from "../ui/i18n";
import { icon } from "../ui/icons";
import { house } from "../ui/styles";
import { pageClosed } from "./away";
import { customerName, offerTitle } from "./names";
import type { DeskStore } from "./store";
import { deskWords, type DeskWords } from "./words";

const RING = 2 * Math.PI * 20;
const REASONS = ["declineBusy", "declineSkill", "declineLanguage", "declineBreak", "declineOther"] as const;

@customElement("fd-offer")
export class FdOffer extends LitElement {
  static override styles = [
    ...house,
    css`
      :host {
        display: block;
        border-bottom: 1px solid var(--fd-brass);
        background: var(--fd-brass-soft);
        animation: drop 220ms ease-out;
      }
      @keyframes drop {
        from {
          opacity: 0;
          transform: translateY(-12px);
        }
      }
      .strip {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--fd-s3) var(--fd-s4);
        padding: var(--fd-s3) clamp(var(--fd-s3), 3vw, var(--fd-s5));
      }
      .left {
        position: relative;
        width: 3.25rem;
        height: 3.25rem;
        font-weight: 700;
        display: grid;
        place-items: center;
      }
      .left svg {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        rotate: -90deg;
      }
      .rest {
        fill: none;
        stroke: var(--fd-brass);
        stroke-width: 4;
        stroke-linecap: round;
        transition: stroke-dashoffset 1s linear;
      }
      .late .rest {
        stroke: var(--fd-danger);
      }
      .track {
        fill: none;
        stroke: color-mix(in srgb, var(--fd-brass) 30%, transparent);
        stroke-width: 4;
      }
      .about {
        flex: 1 1 18rem;
        min-width: 0;
        display: grid;
        gap: 0.15rem;
      }
      .kind {
        display: flex;
        align-items: center;
        gap: var(--fd-s2);
        color: var(--fd-brass-ink);
        font-size: var(--fd-text-sm);
        font-weight: 700;
      }
      h2 {
        font-size: var(--fd-text-lg);
      }
      .line {
        color: var(--fd-ink-2);
        font-size: var(--fd-text-sm);
      }
      .does {
        display: flex;
        flex-wrap: wrap;
        gap: var(--fd-s2);
      }
      .accept {
        min-width: 8rem;
        font-size: var(--fd-text-md);
      }
      kbd {
        padding: 0 0.4em;
        border: 1px solid currentColor;
        border-radius: 4px;
        font: 600 var(--fd-text-xs) / 1.5 var(--fd-mono);
        opacity: 0.85;
      }
      fieldset {
        display: grid;
        gap: var(--fd-s1);
        margin: 0;
        padding: 0;
        border: 0;
      }
      fieldset label {
        display: flex;
        align-items: center;
        gap: var(--fd-s3);
        min-height: 2.25rem;
      }
      input[type="radio"] {
        width: 1.1rem;
        height: 1.1rem;
        accent-color: var(--fd-pine);
      }
      @media (max-width: 40rem) {
        .does {
          width: 100%;
        }
        .accept {
          flex: 1;
        }
      }
    `,
  ];

  @property({ attribute: false }) card!: Card;
  @property({ attribute: false }) store!: DeskStore;
  /** Changes with every change of the store, so that we render. */
  @property({ type: Number }) version = 0;
  @property({ type: Boolean }) first = false;
  @state() private reason: (typeof REASONS)[number] = "declineBusy";
  @query("fd-dialog") private dialog!: FdDialog;
  private readonly language = new Language(this);
  protected readonly ticker = new Ticker(this, 500);
  private whole = 0;

  protected override render() {
    const words = deskWords(this.language.now);
    const lang = this.language.now;
    const left = this.secondsLeft();
    const name = customerName(this.card, lang);
    return html`<section role="group" class="strip ${left <= 5 ? "late" : ""}" aria-label=${words.offerFor(name)}>
      ${this.ring(left, words)}
      <div class="about">
        <p class="kind">${icon(this.card.channel === "voice" ? "phone" : "chat", 18)}
          ${offerTitle(this.card, lang)}</p>
        <h2 lang=${htmlLang(this.card.lang)}>${name}</h2>
        <p class="line">${this.facts(words)}</p>
        ${this.card.foreign ? html`<p class="foreign"><span class="badge danger">${words.foreign(label("lang", this.card.lang, lang))}</span></p>` : nothing}
      </div>
      <div class="does">
        ${this.store.active === this.card.id ? nothing : html`<button class="button quiet" @click=${this.look}>${words.look}</button>`}
        <button class="button" @click=${() => this.dialog.show()}>${words.decline}</button>
        <button class="button primary accept" ?disabled=${this.store.isBusy(this.card.id)} @click=${this.accept}>
          ${words.accept}${this.first ? html`<kbd aria-hidden="true">A</kbd>` : ""}
        </button>
      </div>
      ${this.refusal(words)}
    </section>`;
  }

  private ring(left: number, words: DeskWords) {
    this.whole = Math.max(this.whole, left, 1);
    if (this.card.due_at === null) return html`<span class="left">${icon("bell", 28)}</span>`;
    const gone = RING * (1 - left / this.whole);
    return html`<div class="left tabular" role="timer" aria-label=${words.secondsLeft(left)}>
      <svg viewBox="0 0 48 48" aria-hidden="true">
        ${svg`<circle class="track" cx="24" cy="24" r="20"></circle>
        <circle class="rest" cx="24" cy="24" r="20" stroke-dasharray=${RING} stroke-dashoffset=${gone}></circle>`}
      </svg>
      <span aria-hidden="true">${left}</span>
    </div>`;
  }

  private facts(words: DeskWords): string {
    const lang = this.language.now;
    const customer = this.card.customer;
    const tier = customer?.tier && customer.tier !== "standard" ? label("tier", customer.tier, lang) : "";
    return [
      wish(this.card.goal, lang),
      label("reason", this.card.reason, lang),
      customer?.verified ? words.verified : words.notVerified,
      tier,
      label("lang", this.card.lang, lang),
      words.waited(duration(this.store.now() - this.card.waiting_since, lang)),
      pageClosed(this.store, this.card, lang),
    ].filter(Boolean).join(" · ");
  }

  private refusal(words: DeskWords) {
    return html`<fd-dialog heading=${words.declineHeading}>
      <p>${words.declineLead}</p>
      <fieldset>
        <legend class="visually-hidden">${words.decline}</legend>
        ${REASONS.map((one) => html`<label>
          <input type="radio" name="reason" .checked=${one === this.reason} @change=${() => (this.reason = one)} />${words[one]}
        </label>`)}
      </fieldset>
      <button slot="actions" class="button quiet" @click=${() => this.dialog.close()}>${words.keep}</button>
      <button slot="actions" class="button danger" @click=${this.decline}>${words.decline}</button>
    </fd-dialog>`;
  }

  private secondsLeft(): number {
    return this.card.due_at === null ? 0 : Math.max(0, Math.ceil(this.card.due_at - this.store.now()));
  }

  private readonly accept = (): void => void this.store.accept(this.card.id);

  private readonly look = (): void => {
    this.store.open(this.card.id);
    this.dispatchEvent(new CustomEvent("chosen", { bubbles: true, composed: true }));
  };

  private readonly decline = (): void => {
    this.dialog.close();
    void this.store.giveBack(this.card.id, this.reason.replace("decline", "").toLowerCase());
  };
}
