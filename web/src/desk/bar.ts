// The agent's own controls in the page's bar: status with its meaning, sound, shortcuts, log out.
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { AgentStatus } from "../api/types";
import { duration, stopwatch } from "../staff/format";
import { label } from "../staff/words";
import "../ui/dialog";
import type { FdDialog } from "../ui/dialog";
import { Language } from "../ui/i18n";
import { icon } from "../ui/icons";
import { house } from "../ui/styles";
import type { Alerts } from "./alerts";
import { floorWords } from "./floor-words";
import { moreWords } from "./more-words";
import type { DeskStore } from "./store";
import { deskWords } from "./words";

const STATUSES: readonly AgentStatus[] = ["ready", "wrap_up", "break", "offline"];
const REASONS = ["rest", "meal", "meeting", "training", "technical"] as const;

@customElement("fd-desk-bar")
export class FdDeskBar extends LitElement {
  static override styles = [
    ...house,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        align-items: center;
        gap: var(--fd-s1);
      }
      fieldset {
        display: flex;
        margin: 0;
        padding: 3px;
        border: 0;
        border-radius: 99px;
        background: var(--fd-sunken);
      }
      label {
        position: relative;
        display: block;
      }
      input {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      .pill {
        display: flex;
        align-items: center;
        gap: 0.4em;
        min-height: 2rem;
        padding: 0 0.8em;
        border-radius: 99px;
        color: var(--fd-ink-2);
        font-size: var(--fd-text-sm);
        font-weight: 600;
        white-space: nowrap;
      }
      .pill::before {
        content: "";
        width: 0.55em;
        height: 0.55em;
        border: 2px solid currentColor;
        border-radius: 50%;
      }
      input:checked + .pill {
        background: var(--fd-raised);
        color: var(--fd-ink);
        box-shadow: var(--fd-shadow-1);
      }
      input:checked + .pill::before {
        background: currentColor;
      }
      input:checked + .pill.ready {
        background: var(--fd-pine);
        color: var(--fd-on-pine);
      }
      input:checked + .pill.break {
        background: var(--fd-brass);
        color: var(--fd-on-brass);
      }
      input:focus-visible + .pill {
        outline: 2.5px solid var(--fd-focus);
        outline-offset: 2px;
      }
      .name {
        display: block;
        max-width: 10rem;
        overflow: hidden;
        font-size: var(--fd-text-sm);
        font-weight: 600;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .button {
        white-space: nowrap;
      }
      .button.name,
      .button.out {
        padding-inline: var(--fd-s2);
      }
      .reasons {
        display: grid;
        gap: var(--fd-s2);
      }
      .shift {
        margin: 0 var(--fd-s2);
        color: var(--fd-ink-2);
        font-size: var(--fd-text-xs);
        white-space: nowrap;
      }
      @media (max-width: 96rem) {
        .shift {
          display: none;
        }
      }
      @media (max-width: 84rem) {
        .pill {
          padding: 0 0.5em;
        }
        .button.name,
        .button.out {
          padding-inline: var(--fd-s1);
        }
      }
      @media (max-width: 68rem) {
        .name,
        .keys {
          display: none;
        }
      }
      @media (max-width: 30rem) {
        .pill {
          padding: 0 0.55em;
          font-size: var(--fd-text-xs);
        }
        .pill::before {
          display: none;
        }
        .sound,
        .out {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: DeskStore;
  @property({ attribute: false }) alerts!: Alerts;
  @property({ type: Number }) version = 0;
  @property({ type: Boolean }) floor = false;
  @query("fd-dialog") private reasons!: FdDialog | null;
  private wished = false;
  private readonly language = new Language(this);

  /** A break has a reason. */
  askReason(): void {
    this.reasons?.show();
  }

  /** Puts the focus on the status once it is shown, if nothing else has it. */
  wishFocus(): void {
    this.wished = true;
  }

  protected override updated(): void {
    const status = this.wished && this.renderRoot.querySelector<HTMLInputElement>("input:checked");
    if (!status) return;
    this.wished = false;
    if (document.activeElement === document.body) status.focus();
  }

  protected override render() {
    const words = deskWords(this.language.now);
    const me = this.store.snapshot?.me;
    if (!me) return html``;
    const means = { wrap_up: words.wrapUpMeans, ready: words.readyMeans, break: words.breakMeans, offline: words.offlineMeans };
    return html`
      <fieldset @keydown=${this.walk}>
        <legend class="visually-hidden">${words.status}</legend>
        ${STATUSES.map((status) => html`<label title=${means[status]}>
          <input type="radio" name="status" value=${status} .checked=${live(status === this.store.status)} aria-describedby="means-${status}"
            @change=${(event: Event) => this.choose(event, status)} />
          <span class="pill ${status}">${label("status", status, this.language.now)}</span>
          <span class="visually-hidden" id="means-${status}">${means[status]}</span>
        </label>`)}
      </fieldset>
      ${this.store.snapshot?.live
        ? html`<button class="button small" aria-pressed=${this.floor ? "true" : "false"} @click=${() => this.dispatchEvent(new Event("floor"))}>${this.floor ? floorWords(this.language.now).myDesk : floorWords(this.language.now).floor}</button>`
        : nothing}
      ${this.shift()}
      <button class="button small quiet name" title=${moreWords(this.language.now).myLogin} @click=${() => this.dispatchEvent(new Event("mylogin"))}>${me.name}</button>
      <button class="icon-button sound" aria-label=${this.alerts.sound ? words.soundOn : words.soundOff} @click=${this.turnSound}>
        ${icon(this.alerts.sound ? "sound" : "muted")}
      </button>
      <button class="icon-button keys" aria-label=${words.shortcuts} @click=${() => this.dispatchEvent(new Event("help"))}>${icon("keypad")}</button>
      <button class="button small quiet out" @click=${() => this.dispatchEvent(new Event("logout"))}>${words.logOut}</button>
      ${this.why()}
    `;
  }

  private shift() {
    const shift = this.store.aids.shift;
    if (!shift?.handled) return nothing;
    const each = (shift.talk_s ?? 0) + (shift.wrap_s ?? 0);
    const words = floorWords(this.language.now);
    const whole = words.shift(shift.handled, duration(each, this.language.now));
    return html`<span class="shift tabular" title=${whole}><span aria-hidden="true">${words.shiftShort(shift.handled, stopwatch(each))}</span>
      <span class="visually-hidden">${whole}</span></span>`;
  }

  /** Arrows only go from one status to the next: each has consequences for customers, so Space or Enter chooses it. With
   * Ctrl, Alt or Cmd they are the desk's own keys. */
  private readonly walk = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const at = event.target as HTMLInputElement;
    const all = [...this.renderRoot.querySelectorAll<HTMLInputElement>("input[name=status]")];
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== "Enter") return;
    event.preventDefault();
    if (step === undefined) at.click();
    else all[(all.indexOf(at) + step + all.length) % all.length]?.focus();
  };

  /** A break has a reason; the status stays as it was until one is given. */
  private choose(event: Event, status: AgentStatus): void {
    if (status !== "break") return void this.store.setStatus(status);
    (event.target as HTMLInputElement).checked = false;
    this.requestUpdate();
    this.askReason();
  }

  private why() {
    const lang = this.language.now;
    const take = (reason: string): void => {
      this.reasons?.close();
      void this.store.setStatus("break", reason);
    };
    return html`<fd-dialog heading=${floorWords(lang).breakReason}>
      <div class="reasons">${REASONS.map((one) => html`<button class="button" type="button" @click=${() => take(one)}>${label("break_reason", one, lang)}</button>`)}</div>
      <button slot="actions" class="button quiet" @click=${() => this.reasons?.close()}>${floorWords(lang).cancel}</button>
    </fd-dialog>`;
  }

  private readonly turnSound = (): void => {
    this.alerts.turnSound();
    this.requestUpdate();
  };
}
