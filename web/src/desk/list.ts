// The left column: my conversations, who waits, the team. Shows cards; choosing one is an event.
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { api } from "../api/client";
import type { Card, Colleague, TranscriptItem } from "../api/types";
import { duration, stopwatch } from "../staff/format";
import { Ticker } from "../staff/ticker";
import { label, wishAndReason } from "../staff/words";
import { personAvatar } from "../ui/avatar";
import { htmlLang, Language } from "../ui/i18n";
import { icon } from "../ui/icons";
import { house } from "../ui/styles";
import { answerWords } from "./answer-words";
import { pageClosed } from "./away";
import { floorWords } from "./floor-words";
import { customerName, nameLang } from "./names";
import { ownWords } from "./own-words";
import type { DeskStore } from "./store";
import { unanswered } from "./unanswered";
import { deskWords, type DeskWords } from "./words";

@customElement("fd-desk-list")
export class FdDeskList extends LitElement {
  static override styles = [
    ...house,
    css`
      :host {
        display: grid;
        align-content: start;
        gap: var(--fd-s5);
        padding: var(--fd-s4);
        overflow-y: auto;
      }
      h2 {
        display: flex;
        justify-content: space-between;
        align-items: baseline;
        margin-bottom: var(--fd-s2);
        font-size: var(--fd-text-sm);
        color: var(--fd-ink-2);
      }
      ul {
        display: grid;
        gap: var(--fd-s2);
      }
      .item {
        display: grid;
        grid-template-columns: auto 1fr auto;
        gap: var(--fd-s1) var(--fd-s3);
        width: 100%;
        padding: var(--fd-s3);
        border: 1px solid var(--fd-line);
        border-radius: var(--fd-r2);
        background: var(--fd-surface);
        text-align: left;
        transition: border-color var(--fd-quick);
      }
      button.item:hover {
        border-color: var(--fd-pine);
      }
      button.item[aria-current="true"] {
        border-color: var(--fd-pine);
        background: var(--fd-pine-soft);
        box-shadow: inset 3px 0 0 var(--fd-pine);
      }
      [aria-current="true"] .sign,
      [aria-current="true"] .badge {
        background: var(--fd-surface);
      }
      .item.offered {
        border-color: var(--fd-brass);
      }
      .waiting {
        background: transparent;
      }
      .sign {
        display: grid;
        place-items: center;
        grid-row: span 2;
        width: 2rem;
        height: 2rem;
        border-radius: 50%;
        background: var(--fd-sunken);
        color: var(--fd-ink-2);
      }
      .name {
        font-weight: 600;
        font-size: var(--fd-text-sm);
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .about {
        grid-column: 2 / -1;
        color: var(--fd-ink-2);
        font-size: var(--fd-text-xs);
        display: -webkit-box;
        overflow: hidden;
        overflow-wrap: anywhere;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
      .due {
        grid-column: 2 / -1;
        color: var(--fd-brass-ink);
        font-size: var(--fd-text-xs);
        font-weight: 600;
      }
      [aria-current="true"] .due {
        color: var(--fd-ink);
      }
      .clock {
        color: var(--fd-ink-3);
        font-size: var(--fd-text-xs);
      }
      .count {
        justify-self: end;
        min-width: 1.4rem;
        padding: 0 0.4em;
        border-radius: 99px;
        background: var(--fd-danger);
        color: var(--fd-on-danger);
        font-size: var(--fd-text-xs);
        font-weight: 700;
        text-align: center;
        line-height: 1.4rem;
      }
      .tags {
        display: flex;
        flex-wrap: wrap;
        gap: var(--fd-s1);
        grid-column: 2 / -1;
      }
      .empty {
        display: grid;
        gap: var(--fd-s3);
        justify-items: start;
        padding: var(--fd-s4);
        border: 1px dashed var(--fd-line-strong);
        border-radius: var(--fd-r2);
        color: var(--fd-ink-2);
        font-size: var(--fd-text-sm);
      }
      .team li {
        display: flex;
        align-items: center;
        gap: var(--fd-s2);
        font-size: var(--fd-text-sm);
      }
      .team .avatar {
        width: 1.75rem;
        height: 1.75rem;
        font-size: 0.6875rem;
      }
      .team .state {
        margin-left: auto;
        color: var(--fd-ink-3);
        font-size: var(--fd-text-xs);
      }
      .out {
        display: none;
      }
      @media (max-width: 30rem) {
        .out {
          display: flex;
        }
      }
      .away .avatar {
        background: var(--fd-sunken);
        color: var(--fd-ink-2);
      }
    `,
  ];

  @property({ attribute: false }) store!: DeskStore;
  /** Changes with every change of the store, so that we render. */
  @property({ type: Number }) version = 0;
  private readonly language = new Language(this);
  protected readonly ticker = new Ticker(this);

  protected override render() {
    const words = deskWords(this.language.now);
    const shot = this.store.snapshot;
    if (!shot) return nothing;
    const mine = [...this.store.offers, ...this.store.mine];
    const waiting = shot.queue.filter((card) => !mine.some((one) => one.id === card.id));
    return html`
      <section aria-labelledby="mine">
        <h2 id="mine">${words.conversations}</h2>
        ${mine.length ? html`<ul>${repeat(mine, (c) => c.id, (c) => html`<li>${this.conversation(c, words)}</li>`)}</ul>` : this.empty(words)}
      </section>
      ${this.store.helping.length
        ? html`<section aria-labelledby="helping"><h2 id="helping">${floorWords(this.language.now).helping}</h2>
            <ul>${repeat(this.store.helping, (c) => c.id, (c) => html`<li>${this.conversation(c, words)}</li>`)}</ul></section>`
        : nothing}
      <section aria-labelledby="queue">
        <h2 id="queue">${words.queue}<span class="badge tabular">${waiting.length}</span></h2>
        ${waiting.length
          ? html`<ul>${repeat(waiting, (c) => c.id, (c) => html`<li>${this.waiting(c, words)}</li>`)}</ul>`
          : html`<p class="about">${words.queueEmpty}</p>`}
      </section>
      <section class="team" aria-labelledby="team">
        <h2 id="team">${words.team}</h2>
        <ul>${shot.agents.map((agent) => this.colleague(agent, words))}</ul>
      </section>
      <button class="button quiet out" @click=${() => this.dispatchEvent(new Event("logout"))}>${words.logOut}</button>
    `;
  }

  private conversation(card: Card, words: DeskWords) {
    const unread = this.store.unreadOf(card);
    const offered = card.status === "offered";
    const since = card.held_since ?? card.waiting_since;
    const open = unanswered(card, this.store.transcript(card));
    const said = open?.words ?? this.firstWords(card);
    const lang = this.language.now;
    const away = pageClosed(this.store, card, lang);
    return html`<button class="item ${offered ? "offered" : ""}" type="button" data-ticket=${card.id}
      aria-current=${card.id === this.store.active ? "true" : "false"} @click=${() => this.choose(card.id)}>
      <span class="sign">${icon(card.channel === "voice" ? "phone" : "chat", 16)}
        <span class="visually-hidden">${label("channel", card.channel, this.language.now)}</span></span>
      <span class="name" lang=${nameLang(card)}>${customerName(card, this.language.now)}</span>
      ${unread
        ? html`<span class="count" aria-label=${words.unread(unread)}>${unread}</span>`
        : html`<span class="clock tabular">${stopwatch(this.store.now() - since)}</span>`}
      <span class="about">${said ? html`<q lang=${htmlLang(card.lang)}>${ownWords(said.text, lang)}</q>` : this.about(card)}</span>
      ${away ? html`<span class="due tabular">${away}</span>` : nothing}
      ${open ? html`<span class="due tabular">${words.unanswered(duration(this.store.now() - open.since, lang))}</span>` : nothing}
      <span class="tags">${this.stage(card, words)}${this.tier(card)}${this.langTag(card)}</span>
    </button>`;
  }

  /** How a customer began whose name is not known: several such would look the same. Keys they pressed tell nothing. */
  private firstWords(card: Card): TranscriptItem | null {
    if (card.customer?.name) return null;
    return this.store.transcript(card).find((line) => line.from === "customer" && line.via !== "keys" && line.text.length > 1) ?? null;
  }

  private waiting(card: Card, words: DeskWords) {
    const lang = this.language.now;
    const wait = duration(this.store.now() - card.waiting_since, lang);
    return html`<div class="item waiting">
      <span class="sign">${icon(card.channel === "voice" ? "phone" : "chat", 16)}
        <span class="visually-hidden">${label("channel", card.channel, lang)}</span></span>
      <span class="name" lang=${nameLang(card)}>${customerName(card, lang)}</span>
      <span class="clock tabular" aria-label=${words.waited(wait)}>${stopwatch(this.store.now() - card.waiting_since)}</span>
      <span class="about">${this.about(card)}</span>
      <span class="tags">
        ${card.mode === "message" ? html`<span class="badge">${words.offerMessage}</span>` : nothing}
        ${card.status === "offered" && card.agent_name ? html`<span class="badge brass">${words.offeredTo(card.agent_name)}</span>` : nothing}
        ${this.tier(card)}${this.langTag(card)}
        ${card.mode === "message" && card.status === "waiting"
          ? html`<button class="button small" type="button" ?disabled=${this.store.isBusy(card.id)} aria-label=${`${answerWords(lang).open}: ${customerName(card, lang)}`}
              @click=${() => void this.store.opening(card.id, () => api.openMessage(card.id)).then((there) => there && this.choose(card.id))}>${answerWords(lang).open}</button>`
          : nothing}
      </span>
    </div>`;
  }

  private about(card: Card): string {
    const lang = this.language.now;
    return wishAndReason(card.goal, card.reason, lang);
  }

  private stage(card: Card, words: DeskWords) {
    const lang = this.language.now;
    switch (card.status) {
      case "offered":
        return html`<span class="badge brass">${lang === "zh" ? "待接" : "Offered"}</span>`;
      case "accepted":
        return html`<span class="badge brass">${words.phoneRings}</span>`;
      case "wrap_up":
        return html`<span class="badge danger">${words.wrapUp}</span>`;
      default:
        return nothing;
    }
  }

  private tier(card: Card) {
    const tier = card.customer?.tier;
    if (!tier || tier === "standard") return nothing;
    return html`<span class="badge pine">${label("tier", tier, this.language.now)}</span>`;
  }

  private langTag(card: Card) {
    return html`<span class="badge ${card.foreign ? "danger" : ""}">${label("lang", card.lang, this.language.now)}</span>`;
  }

  private empty(words: DeskWords) {
    const ready = this.store.snapshot?.me.status === "ready";
    return html`<div class="empty">
      <p>${words.noConversations} ${ready ? words.noConversationsReady : words.noConversationsAway}</p>
      ${ready ? nothing : html`<button class="button small primary" @click=${() => this.store.setStatus("ready")}>${words.goReady}</button>`}
    </div>`;
  }

  private colleague(agent: Colleague, words: DeskWords) {
    const lang = this.language.now;
    const load = agent.on_call ? words.onCall : agent.chats > 0 ? words.chats(agent.chats) : agent.status === "ready" ? words.free : "";
    return html`<li class=${agent.status === "ready" ? "" : "away"}>
      ${personAvatar(agent.name)}<span>${agent.name}</span>
      <span class="state">${[label("status", agent.status, lang), load].filter(Boolean).join(" · ")}</span>
    </li>`;
  }

  private choose(ticket: string): void {
    this.store.open(ticket);
    this.dispatchEvent(new CustomEvent("chosen", { bubbles: true, composed: true }));
  }
}
