// The floor, for supervisors: queues with their targets, agents with what they do, every live conversation and what to do about it.
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Card, Colleague, QueueNow } from "../api/types";
import { duration, percent, stopwatch } from "../staff/format";
import { Ticker } from "../staff/ticker";
import { label, wishAndReason } from "../staff/words";
import { personAvatar } from "../ui/avatar";
import { Language } from "../ui/i18n";
import { icon } from "../ui/icons";
import { house } from "../ui/styles";
import { floorWords, type FloorWords } from "./floor-words";
import { customerName, nameLang } from "./names";
import type { DeskStore } from "./store";
import { deskWords } from "./words";

@customElement("fd-floor")
export class FdFloor extends LitElement {
  static override styles = [
    ...house,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--fd-s5);
        align-content: start;
        padding: var(--fd-s4) clamp(var(--fd-s3), 3vw, var(--fd-s5));
        overflow-y: auto;
      }
      h2 {
        margin-bottom: var(--fd-s3);
        font-size: var(--fd-text-lg);
      }
      .scroll {
        overflow-x: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: var(--fd-text-sm);
      }
      th {
        padding: var(--fd-s2) var(--fd-s3);
        border-bottom: 1px solid var(--fd-line-strong);
        color: var(--fd-ink-2);
        font-weight: 600;
        text-align: left;
        white-space: nowrap;
      }
      td {
        padding: var(--fd-s2) var(--fd-s3);
        border-bottom: 1px solid var(--fd-line);
        vertical-align: middle;
        white-space: nowrap;
      }
      td.n,
      th.n {
        text-align: right;
        font-variant-numeric: tabular-nums;
      }
      .late {
        color: var(--fd-danger);
        font-weight: 700;
      }
      .who {
        display: flex;
        align-items: center;
        gap: var(--fd-s2);
        white-space: nowrap;
      }
      .who .avatar {
        width: 1.75rem;
        height: 1.75rem;
        font-size: var(--fd-text-xs);
      }
      .acts {
        display: flex;
        gap: var(--fd-s1);
        justify-content: flex-end;
      }
      .none {
        color: var(--fd-ink-3);
        font-size: var(--fd-text-sm);
      }
      @media (max-width: 44rem) {
        table,
        tbody {
          display: block;
        }
        thead {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        tr {
          display: flex;
          flex-wrap: wrap;
          align-items: center;
          gap: var(--fd-s1) var(--fd-s3);
          padding: var(--fd-s2) 0;
          border-bottom: 1px solid var(--fd-line);
        }
        td {
          padding: 0;
          border: 0;
          white-space: normal;
        }
        td:first-child {
          flex: 1 0 100%;
        }
        td[data-name]::before {
          content: attr(data-name) " ";
          color: var(--fd-ink-3);
          font-weight: 400;
        }
        .acts {
          flex-wrap: wrap;
          justify-content: flex-start;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: DeskStore;
  @property({ type: Number }) version = 0;
  private readonly language = new Language(this);
  protected readonly ticker = new Ticker(this);

  protected override render() {
    const words = floorWords(this.language.now);
    const shot = this.store.snapshot;
    if (!shot) return nothing;
    const live = shot.live ?? [];
    return html`
      <section aria-labelledby="queues"><h2 id="queues">${words.queues}</h2>${this.queues(shot.queues, words)}</section>
      <section aria-labelledby="waiting"><h2 id="waiting">${words.waiting}</h2>${this.cards(shot.queue, words, false)}</section>
      <section aria-labelledby="live"><h2 id="live">${words.live}</h2>${this.cards(live, words, true)}</section>
      <section aria-labelledby="agents"><h2 id="agents">${words.agents}</h2>${this.agents(shot.agents, words)}</section>
    `;
  }

  private queues(queues: readonly QueueNow[], words: FloorWords) {
    const lang = this.language.now;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${words.queues}><table>
      <thead><tr><th>${words.queue}</th><th class="n">${words.waitingNow}</th><th class="n">${words.longest}</th><th class="n">${words.beyond}</th>
        <th class="n">${words.ready}</th><th class="n">${words.onShift}</th><th class="n">${words.callbacks}</th><th>${words.target}</th></tr></thead>
      <tbody>${queues.map((one) => html`<tr>
        <td>${label("queue", one.name, lang)}</td>
        <td class="n" data-name=${words.waitingNow}>${one.waiting}${one.capacity ? ` / ${one.capacity}` : ""}</td>
        <td class="n ${one.late ? "late" : ""}" data-name=${words.longest}>${one.waiting ? stopwatch(one.longest_wait_s) : "–"}</td>
        <td class="n ${one.late ? "late" : ""}" data-name=${words.beyond}>${one.late}</td>
        <td class="n ${one.waiting && !one.ready ? "late" : ""}" data-name=${words.ready}>${one.ready}</td><td class="n" data-name=${words.onShift}>${one.on_shift}</td>
        <td class="n" data-name=${words.callbacks}>${one.callbacks + one.messages}</td>
        <td data-name=${words.target}>${words.within(percent(one.target.share), duration(one.target.within_s, lang))}</td>
      </tr>`)}</tbody></table></div>`;
  }

  private cards(cards: readonly Card[], words: FloorWords, live: boolean) {
    const lang = this.language.now;
    if (!cards.length) return html`<p class="none">${live ? words.noneLive : words.noneWaiting}</p>`;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${live ? words.live : words.waiting}><table>
      <thead><tr><th>${words.customer}</th><th>${words.about}</th><th>${live ? words.agent : words.queue}</th><th class="n">${live ? words.talking : words.waited}</th><th><span class="visually-hidden">${words.acts}</span></th></tr></thead>
      <tbody>${repeat(cards, (one) => one.id, (one) => html`<tr>
        <td><span class="who">${icon(one.channel === "voice" ? "phone" : "chat", 16)}<span class="visually-hidden">${label("channel", one.channel, lang)}</span>
          <span lang=${nameLang(one)}>${customerName(one, lang)}</span>
          ${one.customer?.tier && one.customer.tier !== "standard" ? html`<span class="badge pine">${label("tier", one.customer.tier, lang)}</span>` : nothing}</span></td>
        <td>${wishAndReason(one.goal, one.reason, lang)}</td>
        <td data-name=${live ? words.agent : words.queue}>${live ? (one.agent_name ?? "–") : label("queue", one.queue, lang)}${one.status === "offered" && one.agent_name ? html` <span class="badge brass">${deskWords(lang).offeredTo(one.agent_name)}</span>` : nothing}${one.status === "wrap_up" ? html` <span class="badge">${words.wrapUp}</span>` : nothing}</td>
        <td class="n" data-name=${live ? words.talking : words.waited}>${stopwatch(this.store.now() - (live ? (one.held_since ?? one.waiting_since) : one.waiting_since))}</td>
        <td><span class="acts">${this.acts(one, words, live)}</span></td>
      </tr>`)}</tbody></table></div>`;
  }

  private acts(card: Card, words: FloorWords, live: boolean) {
    const name = customerName(card, this.language.now);
    const me = this.store.snapshot?.me.id;
    const act = (text: string, run: () => void) =>
      html`<button class="button small" type="button" ?disabled=${this.store.isBusy(card.id)} aria-label="${text}: ${name}" @click=${run}>${text}</button>`;
    const watches = this.store.snapshot?.helping.some((one) => one.id === card.id);
    return html`
      ${live && card.status === "connected" && card.agent !== me && !watches ? act(words.listen, () => this.going(this.store.listen(card.id))) : nothing}
      ${live && card.status === "connected" && card.agent !== me ? act(words.take, () => this.going(this.store.take(card.id))) : nothing}
      ${card.status !== "wrap_up" && card.agent !== me ? act(words.reassign, () => this.dispatchEvent(new CustomEvent("passon", { detail: { card, way: "agent" }, bubbles: true, composed: true }))) : nothing}
    `;
  }

  /** Where it worked, the conversation is on one's own desk. */
  private going(done: Promise<boolean>): void {
    void done.then((there) => there && this.dispatchEvent(new Event("desk")));
  }

  private agents(agents: readonly Colleague[], words: FloorWords) {
    const lang = this.language.now;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${words.agents}><table>
      <thead><tr><th>${words.agent}</th><th>${words.state}</th><th class="n">${words.since}</th><th class="n">${words.load}</th><th>${words.languages}</th><th>${words.skills}</th></tr></thead>
      <tbody>${agents.map((one) => html`<tr>
        <td><span class="who">${personAvatar(one.name)}${one.name}</span></td>
        <td>${label("doing", one.doing ?? one.status, lang)}${one.reason ? html` · ${label("break_reason", one.reason, lang)}` : nothing}</td>
        <td class="n" data-name=${words.since}>${one.status_since ? stopwatch(this.store.now() - one.status_since) : "–"}</td>
        <td class="n" data-name=${words.load}>${one.on_call ? words.call : words.chats(one.chats, one.room?.chats ?? 0)}</td>
        <td data-name=${words.languages}>${(one.langs ?? []).map((code) => label("lang", code, lang)).join(", ")}</td>
        <td data-name=${words.skills}>${Object.entries(one.skills ?? {}).map(([skill, level]) => `${skill.replaceAll("_", " ")} ${level}`).join(", ") || "–"}</td>
      </tr>`)}</tbody></table></div>`;
  }
}
