// The live transcript: the bot's part, the takeover, the agent's part, and messages still on their way. Text nodes only.
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Card, SentFile, TranscriptItem } from "../api/types";
import { clock, isoTime } from "../staff/format";
import "../staff/listen";
import { label, sentence } from "../staff/words";
import { htmlLang, Language } from "../ui/i18n";
import { icon } from "../ui/icons";
import { house } from "../ui/styles";
import { moreWords } from "./more-words";
import { noteWords } from "./note-words";
import { customerName } from "./names";
import { ownWords, voiceMessage } from "./own-words";
import { turnOf } from "./signs";
import type { Outgoing } from "./outbox";
import type { DeskStore } from "./store";
import { isBots, type Part, parts } from "./takeover";
import { transcriptStyles } from "./transcript-styles";
import { deskWords, type DeskWords } from "./words";

const NEAR_END_PX = 80;

@customElement("fd-transcript")
export class FdTranscript extends LitElement {
  static override styles = [...house, transcriptStyles];

  @property({ attribute: false }) card!: Card;
  @property({ attribute: false }) store!: DeskStore;
  /** Changes with every change of the store, so that we render. */
  @property({ type: Number }) version = 0;
  /** The reader is away from the end, and so many lines of the other side and the house came meanwhile. */
  @state() private behind = false;
  @state() private unseen = 0;
  @query(".scroll") private scroller!: HTMLElement;
  private readonly language = new Language(this);
  private readonly sizes = new ResizeObserver(() => this.resized());
  private height = 0;
  private shownTicket = "";
  private shownCount = 0;
  private shownSending = 0;

  protected override render() {
    const words = deskWords(this.language.now);
    const lines = this.store.transcript(this.card);
    const all = parts(lines);
    return html`
      <div class="scroll" tabindex="0" role="log" aria-label=${words.conversation} @scroll=${this.scrolled}>
        ${all.map((part, index) => html`${this.head(part, all[index - 1], words)}<ol>${this.lines(part.lines, isBots(part), words)}</ol>`)}
        <ol>
          ${this.store.outbox.of(this.card.id).map((message) => this.unsent(message, words))}
          ${(this.store.uploads.get(this.card.id) ?? []).map((name) => html`<li class="agent sending"><p class="words" dir="auto">${moreWords(this.language.now).uploading(name)}</p></li>`)}
        </ol>
        <p class="typing" role="status">${this.store.signs.types(this.card.session) ? moreWords(this.language.now).customerTypes : nothing}</p>
      </div>
      ${this.behind ? html`<button class="button small newer" @click=${this.toEnd}>${icon("down", 16)}${words.newLines(this.unseen)}</button>` : nothing}
    `;
  }

  private lines(lines: readonly TranscriptItem[], before: boolean, words: DeskWords) {
    return repeat(lines, (line) => `${line.at}|${line.id}`, (line, index) => this.line(line, lines[index - 1], before, words));
  }

  private line(line: TranscriptItem, previous: TranscriptItem | undefined, before: boolean, words: DeskWords) {
    const lang = this.language.now;
    const text = line.via === "keys" ? words.pressed(line.text) : line.from === "customer" ? ownWords(line.text, lang) : line.text;
    if (line.from === "note") return this.note(line);
    const follows = previous?.from === line.from && previous.agent === line.agent && line.at - previous.at < 60;
    return html`<li class="${line.from} ${before ? "before" : ""} ${follows ? "follows" : ""}">
      ${follows ? nothing : html`<p class="by">${this.speaker(line, before, words)}
        <time datetime=${isoTime(line.at)} class="tabular">${clock(line.at, lang)}</time></p>`}
      ${line.file ? this.file(line.file) : html`<p class="words" lang=${htmlLang(line.lang ?? this.card.lang)} dir="auto">${text}</p>`}
      ${this.sound(line)}
      ${line === this.lastRead() ? html`<p class="fate">${icon("check", 14)}${moreWords(lang).read}</p>` : nothing}
    </li>`;
  }

  /** A message that a caller left, to be heard by whoever answers it. */
  private sound(line: TranscriptItem) {
    const name = line.from === "customer" ? voiceMessage(line.text) : null;
    return name ? html`<fd-listen session=${this.card.session} recording=${name}></fd-listen>` : nothing;
  }

  /** Among colleagues; the customer never sees it. */
  private note(line: TranscriptItem) {
    const words = noteWords(this.language.now);
    const what = words[(line.what ?? "note") as keyof typeof words] as string | undefined;
    const head = [this.named(line.agent), what, this.named(line.to)].filter(Boolean).join(" ");
    return html`<li class="note"><p class="by">${icon("eye", 14)}${head} <time datetime=${isoTime(line.at)} class="tabular">${clock(line.at, this.language.now)}</time></p>
      ${line.text ? html`<p class="words" dir="auto">${line.text}</p>` : nothing}</li>`;
  }

  /** A colleague or a queue by the name people know it by. */
  private named(id: string | undefined): string | undefined {
    const snapshot = this.store.snapshot;
    if (id && snapshot?.queues?.some((one) => one.name === id)) return label("queue", id, this.language.now);
    return snapshot?.agents.find((one) => one.id === id)?.name ?? id;
  }

  /** The newest line of ours the customer has seen. */
  private lastRead(): TranscriptItem | undefined {
    const read = this.store.signs.readUpTo(this.card.session);
    return read ? this.store.transcript(this.card).findLast((line) => line.from === "agent" && turnOf(line) <= read) : undefined;
  }

  /** A picture is shown, anything else named; both open as a download. The path is the front desk's own, or it is no link. */
  private file(file: SentFile) {
    if (!/^\/files\/[\w-]{43}$/u.test(file.url)) return html`<p class="words" dir="auto">${file.name}</p>`;
    const inside = file.media.startsWith("image/")
      ? html`<img src=${file.url} alt=${file.name} loading="lazy" />`
      : html`${icon("file", 18)}<span dir="auto">${file.name}</span><span class="size">${Math.max(1, Math.round(file.size / 1024))} KB</span>`;
    return html`<p class="words file"><a href=${file.url} target="_blank" rel="noopener noreferrer" download=${file.name}>${inside}</a></p>`;
  }

  /** After the takeover what the house says is no bot's: the effort question, a goodbye. */
  private speaker(line: TranscriptItem, before: boolean, words: DeskWords): string {
    const me = this.store.snapshot?.me;
    switch (line.from) {
      case "customer":
        return this.card.customer?.name ? customerName(this.card, this.language.now) : words.customer;
      case "bot":
        return before ? words.bot : words.system;
      case "agent":
        return !line.agent || line.agent === me?.id || line.agent === me?.name ? words.you : line.agent;
      case "system":
      case "note":
        return words.system;
    }
  }

  /** Where a part begins: the bot's at the start, a person's, the bot's again. */
  private head(part: Part, before: Part | undefined, words: DeskWords) {
    const { head } = part;
    if (!head) return part.lines.length > 0 ? html`<p class="part">${words.botPart}</p>` : nothing;
    if (isBots(part)) return html`<ol>${this.note(head)}</ol><p class="part">${words.botAgain}</p>`;
    const name = head.agent ?? words.you;
    const tell = before && isBots(before) ? words.tookOverFromBot : words.tookOver;
    return html`<p class="handover">${icon("person", 16)}${tell(name, clock(head.at, this.language.now))}</p>`;
  }

  private unsent(message: Outgoing, words: DeskWords) {
    const drop = (): void => this.store.outbox.drop(this.card.id, message);
    if (!message.failed) {
      const fate = message.waits
        ? html`<p class="fate" role="status">${icon("clock", 14)} ${words.waitsForLine} <button @click=${drop}>${words.discard}</button></p>`
        : html`<p class="fate">${words.sending}</p>`;
      return html`<li class="agent sending"><p class="words" dir="auto">${message.text}</p>${fate}</li>`;
    }
    const resend = (): void => this.store.outbox.again(this.card.id, message);
    return html`<li class="agent failed">
      <p class="words" dir="auto">${message.text}</p>
      <p class="fate" role="alert">${icon("warn", 14)} ${words.notSent} ${sentence(message.failed, this.language.now)}
        <button @click=${resend}>${words.tryAgain}</button>
        <button @click=${drop}>${words.discard}</button></p>
    </li>`;
  }

  protected override firstUpdated(): void {
    this.sizes.observe(this.scroller);
    this.scroller.addEventListener("load", () => this.resized(), true); // a picture takes its place later
  }

  protected override updated(_changed: PropertyValues): void {
    const sending = this.store.outbox.of(this.card.id).length;
    const count = this.store.transcript(this.card).length + sending;
    const other = this.card.id !== this.shownTicket;
    const before = this.shownCount;
    const grew = count > before;
    const sent = sending > this.shownSending; // who sends something wants to see it
    this.shownTicket = this.card.id;
    this.shownCount = count;
    this.shownSending = sending;
    if (other || sent || (grew && !this.behind)) this.toEnd();
    else if (grew) this.unseen += count - before;
  }

  private readonly toEnd = (): void => {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.look(true);
  };

  /** What came is seen by who is at the end. */
  private look(atEnd: boolean): void {
    this.behind = !atEnd;
    if (atEnd) this.unseen = 0;
    this.store.look(atEnd);
  }

  private resized(): void {
    this.height = this.scroller.clientHeight;
    if (!this.behind) this.toEnd();
  }

  private readonly scrolled = (): void => {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    if (clientHeight !== this.height) return; // the window's doing, not the reader's; `resized` follows
    this.look(scrollHeight - scrollTop - clientHeight <= NEAR_END_PX);
  };
}
