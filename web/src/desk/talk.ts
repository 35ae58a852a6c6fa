// The middle column: one conversation with its head, transcript and whatever its stage asks of the agent.
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import type { Card } from "../api/types";
import { duration, stopwatch } from "../staff/format";
import { Ticker } from "../staff/ticker";
import { label, wish } from "../staff/words";
import "../ui/dialog";
import type { FdDialog } from "../ui/dialog";
import { htmlLang, Language } from "../ui/i18n";
import { icon } from "../ui/icons";
import { house } from "../ui/styles";
import "./answer";
import { pageClosed } from "./away";
import "./composer";
import type { FdComposer } from "./composer";
import "./live";
import { customerName, nameLang } from "./names";
import type { DeskStore } from "./store";
import "./transcript";
import { deskWords, type DeskWords } from "./words";
import "./wrap-up";

const WISH_MS = 4000;

@customElement("fd-talk")
export class FdTalk extends LitElement {
  static override styles = [
    ...house,
    css`
      :host {
        display: grid;
        grid-template-rows: auto minmax(6rem, 1fr) auto;
        min-height: 0;
        overflow-y: auto;
        background: var(--fd-surface);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--fd-s2) var(--fd-s3);
        padding: var(--fd-s3) clamp(var(--fd-s3), 3vw, var(--fd-s5));
        border-bottom: 1px solid var(--fd-line);
      }
      .about {
        flex: 1 1 12rem;
        min-width: 0;
      }
      h2 {
        font-size: var(--fd-text-lg);
        overflow-wrap: anywhere;
      }
      .line {
        color: var(--fd-ink-2);
        font-size: var(--fd-text-sm);
      }
      .nothing {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: var(--fd-s3);
        grid-row: 1 / -1;
        padding: var(--fd-s6);
        color: var(--fd-ink-3);
        text-align: center;
      }
      .foot {
        padding: var(--fd-s3) clamp(var(--fd-s3), 3vw, var(--fd-s5));
        border-top: 1px solid var(--fd-line);
        background: var(--fd-brass-soft);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--fd-s3);
      }
      .row p {
        flex: 1 1 14rem;
      }
      .briefing {
        margin-top: var(--fd-s2);
        padding-left: var(--fd-s3);
        border-left: 3px solid var(--fd-brass);
        font-size: var(--fd-text-sm);
      }
      .left {
        padding: var(--fd-s2) clamp(var(--fd-s3), 3vw, var(--fd-s5));
        background: var(--fd-sunken);
        color: var(--fd-ink-2);
        font-size: var(--fd-text-sm);
      }
    `,
  ];

  @property({ attribute: false }) store!: DeskStore;
  @property({ type: Number }) version = 0;
  @query("fd-dialog") private dialog!: FdDialog | null;
  @query("fd-composer") private composer!: FdComposer | null;
  private readonly language = new Language(this);
  protected readonly ticker = new Ticker(this);

  private wishedAt = 0;

  /** Puts the focus where one writes; a conversation just accepted opens its field a moment later. */
  compose(): void {
    this.wishedAt = this.composer ? 0 : Date.now();
    this.composer?.focus();
  }

  /** Where notes for colleagues are written, and back. */
  note(): void {
    this.composer?.turn();
  }

  /** Asks whether the conversation is over. */
  end(): void {
    this.dialog?.show();
  }

  /** Puts words into the message, to be sent by the agent. */
  put(text: string): void {
    this.composer?.put(text);
  }

  protected override updated(): void {
    if (!this.wishedAt || !this.composer || this.store.activeCard?.channel !== "chat") return;
    if (Date.now() - this.wishedAt < WISH_MS) this.composer.focus();
    this.wishedAt = 0;
  }

  protected override render() {
    const words = deskWords(this.language.now);
    const card = this.store.activeCard;
    if (!card) return html`<div class="nothing">${icon("headset", 40)}<p>${this.idle(words)}</p></div>`;
    return html`
      <div>${this.head(card, words)}
        ${this.going(card) ? html`<fd-live .card=${card} .store=${this.store} .version=${this.version}></fd-live>` : nothing}</div>
      <fd-transcript .card=${card} .store=${this.store} .version=${this.version}></fd-transcript>
      <div>${this.foot(card, words)}</div>
      ${this.ending(card, words)}
    `;
  }

  private idle(words: DeskWords): string {
    if (this.store.mine.length > 0) return words.chooseOne;
    return this.store.snapshot?.me.status === "ready" ? words.noConversationsReady : words.noConversationsAway;
  }

  private head(card: Card, words: DeskWords) {
    return html`<header class="head">
      <div class="about">
        <h2 lang=${nameLang(card)}>${customerName(card, this.language.now)}</h2>
        <p class="line tabular">${this.times(card, words)}</p>
      </div>
      ${card.status === "connected" && !this.helps(card)
        ? html`<button class="button" @click=${() => this.dialog?.show()}>${icon(card.channel === "voice" ? "hangup" : "check", 18)}${words.endTalk}</button>`
        : nothing}
      ${card.status === "accepted"
        ? html`<button class="button" ?disabled=${this.store.isBusy(card.id)} @click=${() => this.store.giveBack(card.id, "")}>${words.returnToQueue}</button>`
        : nothing}
    </header>`;
  }

  /** Under way, so that something can be done about it. */
  private going(card: Card): boolean {
    return card.status === "connected" && (!card.customer_left || this.helps(card));
  }

  private helps(card: Card): boolean {
    return this.store.helps(card) && card.agent !== this.store.snapshot?.me.id;
  }

  private times(card: Card, words: DeskWords): string {
    const lang = this.language.now;
    const now = this.store.now();
    const parts = [label("channel", card.channel, lang), wish(card.goal, lang)];
    const taken = card.held_since;
    if (taken == null) parts.push(words.waited(duration(now - card.waiting_since, lang)));
    else {
      const held = stopwatch(now - taken);
      parts.push(words.waitedBefore(duration(taken - card.waiting_since, lang)), this.helps(card) ? words.withAgent(card.agent_name ?? "", held) : words.withYou(held));
    }
    return [...parts, pageClosed(this.store, card, lang)].filter(Boolean).join(" · ");
  }

  private foot(card: Card, words: DeskWords) {
    switch (card.status) {
      case "offered":
        return html`<div class="foot row"><p>${words.preview}</p>
          <button class="button primary" ?disabled=${this.store.isBusy(card.id)} @click=${() => this.store.accept(card.id)}>${words.accept}</button></div>`;
      case "accepted":
        return card.channel === "voice" ? this.ringing(card, words) : nothing;
      case "connected":
        return this.connected(card, words);
      case "wrap_up":
        return this.wrapUp(card, words);
      default:
        return nothing;
    }
  }

  private ringing(card: Card, words: DeskWords) {
    const whisper = this.store.detail(card.id)?.whisper;
    return html`<div class="foot" role="status">
      <p><strong>${words.phoneRings}.</strong> ${words.phoneLead}</p>
      ${whisper ? html`<p class="briefing"><span class="visually-hidden">${words.briefing}: </span><span lang=${htmlLang(card.lang)}>${whisper}</span></p>` : nothing}
    </div>`;
  }

  private connected(card: Card, words: DeskWords) {
    if (card.customer_left && !this.helps(card)) return this.wrapUp(card, words);
    const self = card.helpers?.find((one) => one.id === this.store.snapshot?.me.id);
    const third = self?.role === "three_way" && self.joined;
    const notes = card.channel === "voice" || (this.helps(card) && !third); // a caller is talked to, not written to
    return html`<fd-composer ?helper=${notes} .ticket=${card.id} .store=${this.store} .version=${this.version}></fd-composer>`;
  }

  private wrapUp(card: Card, words: DeskWords) {
    if (card.mode === "message" && card.status === "wrap_up")
      return keyed(card.id, html`<fd-answer .card=${card} .store=${this.store} .version=${this.version}></fd-answer>`);
    return html`${card.customer_left ? html`<p class="left">${card.mode === "message" ? words.messageToAnswer : words.customerLeft}</p>` : nothing}
      ${keyed(card.id, html`<fd-wrap-up .card=${card} .store=${this.store} .version=${this.version}></fd-wrap-up>`)}`;
  }

  private ending(card: Card, words: DeskWords) {
    const end = (): void => {
      this.dialog?.close();
      void this.store.end(card.id);
    };
    return html`<fd-dialog heading=${words.endHeading}>
      <p>${words.endLead}</p>
      <button slot="actions" class="button quiet" @click=${() => this.dialog?.close()}>${words.goOn}</button>
      <button slot="actions" class="button primary" @click=${end}>${words.endTalk}</button>
    </fd-dialog>`;
  }
}
