// Where the agent writes. Enter sends, "/" finds a ready-made reply, files go by button, drop or paste; drafts are kept.
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { ReadyReply } from "../api/types";
import { htmlLang, Language } from "../ui/i18n";
import { icon } from "../ui/icons";
import { house } from "../ui/styles";
import { floorWords } from "./floor-words";
import { moreWords } from "./more-words";
import { filled, known, openHole, searched, suggested, titled } from "./replies";
import type { DeskStore } from "./store";
import { deskWords } from "./words";

const SHOWN = 8;
/** What the server takes of one message, in characters. */
const LONGEST = 4000;

@customElement("fd-composer")
export class FdComposer extends LitElement {
  static override styles = [
    ...house,
    css`
      form {
        position: relative;
        display: grid;
        grid-template-columns: auto 1fr auto;
        align-items: end;
        gap: var(--fd-s1) var(--fd-s2);
        padding: var(--fd-s3) clamp(var(--fd-s3), 3vw, var(--fd-s5));
        border-top: 1px solid var(--fd-line);
      }
      textarea.input {
        min-height: var(--fd-tap);
        max-height: 10rem;
        resize: none;
        field-sizing: content;
      }
      .under {
        grid-column: 2 / -1;
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--fd-s3);
        align-items: center;
        justify-content: space-between;
        font-size: var(--fd-text-xs);
      }
      .hint {
        font-size: inherit;
      }
      .chips {
        grid-column: 1 / -1;
        display: flex;
        flex-wrap: wrap;
        gap: var(--fd-s1);
        align-items: center;
        color: var(--fd-ink-3);
        font-size: var(--fd-text-xs);
      }
      .chips button {
        padding: 0.2rem 0.7rem;
        border: 1px solid var(--fd-line-strong);
        border-radius: 99px;
        background: var(--fd-surface);
        color: var(--fd-ink);
        font-size: var(--fd-text-sm);
      }
      .chips .known {
        display: inline-flex;
        gap: 0.4rem;
        align-items: center;
        max-width: 100%;
        overflow: hidden;
        text-align: left;
      }
      .chips .known span {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
      .chips .known svg {
        flex: none;
      }
      .chips button:hover {
        border-color: var(--fd-pine);
        background: var(--fd-pine-soft);
      }
      .list {
        position: absolute;
        z-index: 5;
        inset: auto clamp(var(--fd-s3), 3vw, var(--fd-s5)) 100%;
        max-height: 20rem;
        overflow-y: auto;
        padding: var(--fd-s2);
        border: 1px solid var(--fd-line-strong);
        border-radius: var(--fd-r2);
        background: var(--fd-raised);
        box-shadow: var(--fd-shadow-2);
      }
      .list [role="option"] {
        display: grid;
        gap: 0.1rem;
        padding: var(--fd-s2) var(--fd-s3);
        border-radius: var(--fd-r1);
        cursor: pointer;
      }
      .list [aria-selected="true"] {
        background: var(--fd-pine-soft);
        box-shadow: inset 3px 0 0 var(--fd-pine);
      }
      .list strong {
        font-size: var(--fd-text-sm);
      }
      .list span {
        overflow: hidden;
        color: var(--fd-ink-2);
        font-size: var(--fd-text-sm);
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .list p {
        padding: var(--fd-s1) var(--fd-s3);
        color: var(--fd-ink-3);
        font-size: var(--fd-text-xs);
      }
      .noting {
        grid-template-columns: 1fr auto;
        background: var(--fd-sunken);
      }
      .noting .under {
        grid-column: 1 / -1;
      }
      .only {
        grid-column: 1 / -1;
        display: flex;
        align-items: center;
        gap: var(--fd-s1);
        color: var(--fd-ink-2);
        font-size: var(--fd-text-xs);
        font-weight: 600;
      }
      .turn {
        min-height: 1.5rem;
        padding: 0;
        border: 0;
        background: none;
        color: var(--fd-pine-ink);
        font-size: inherit;
        font-weight: 600;
        text-decoration: underline;
      }
      .dropping {
        outline: 2.5px dashed var(--fd-pine);
        outline-offset: -4px;
      }
      input[type="file"] {
        display: none;
      }
      .list .hint {
        display: block;
      }
      textarea::placeholder {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      @media (pointer: coarse), (max-width: 40rem) {
        form .hint {
          display: none;
        }
      }
    `,
  ];

  @property() ticket = "";
  @property({ attribute: false }) store!: DeskStore;
  @property({ type: Number }) version = 0;
  @query("textarea") private field!: HTMLTextAreaElement;
  @query("input[type=file]") private picker!: HTMLInputElement;
  @state() private empty = true;
  /** By how many characters the message is too long. */
  @state() private excess = 0;
  /** What nothing is known for in a ready-made reply: it must not go to the customer as it is. */
  @state() private unfilled = "";
  /** What is searched for among the ready-made replies; null: the list is closed. */
  @state() private search: string | null = null;
  @state() private chosen = 0;
  @state() private dropping = false;
  /** The words go to colleagues only. A helper writes nothing else. */
  @state() private toColleagues = false;
  @property({ type: Boolean }) helper = false;
  private readonly language = new Language(this);

  /** May be called before the first rendering. */
  override focus(): void {
    void this.updateComplete.then(() => this.field.focus());
  }

  /** Puts words into the field, where the agent may still change them. */
  put(text: string): void {
    const before = this.field.value.trim();
    this.field.value = before ? `${before} ${text}` : text;
    this.typed();
    this.field.focus();
    const hole = openHole(this.field.value);
    if (hole) this.field.setSelectionRange(...hole);
  }

  protected override render() {
    const words = deskWords(this.language.now);
    const more = moreWords(this.language.now);
    const found = this.found();
    const noting = this.noting;
    const floor = floorWords(this.language.now);
    const what = noting ? floor.noteTo : words.message;
    return html`<form class="${this.dropping ? "dropping" : ""} ${noting ? "noting" : ""}" @submit=${this.submit} @dragover=${this.over} @dragleave=${() => (this.dropping = false)} @drop=${this.drop}>
      ${this.suggestions()}
      ${noting ? html`<p class="only">${icon("eye", 14)}${floor.noteLabel}</p>` : nothing}
      <button class="icon-button" type="button" ?hidden=${noting} aria-label=${more.attach} title=${more.attach} @click=${() => this.picker.click()}>${icon("clip")}</button>
      <input type="file" tabindex="-1" aria-hidden="true" accept="image/png,image/jpeg,image/gif,image/webp,application/pdf" @change=${this.picked} />
      <textarea class="input" rows="1" aria-label=${what} placeholder=${noting ? what : words.toCustomer} 
        aria-autocomplete="list" aria-haspopup="listbox" aria-controls="replies"
        aria-activedescendant=${this.search !== null && found.length ? `reply-${this.chosen}` : nothing}
        aria-describedby="hint" enterkeyhint="send" @input=${this.typed} @keydown=${this.key} @paste=${this.pasted}></textarea>
      <button class="button primary" type="submit" aria-disabled=${this.empty || this.excess > 0}>${icon(noting ? "eye" : "send", 18)}${noting ? floor.sendNote : words.send}</button>
      <div class="under">
        ${this.excess || this.unfilled
          ? html`<p id="hint" class="problem" role="alert">${this.excess ? words.tooLong(this.excess) : more.fillIn(this.unfilled)}</p>`
          : html`<p id="hint" class="hint">${words.messageHint}${noting ? nothing : html` · / ${more.replies}`}</p>`}
        ${this.helper ? nothing : html`<button class="turn" type="button" @click=${this.turn}>${noting ? floor.writeMessage : floor.writeNote}</button>`}
      </div>
      ${this.list(found)}
    </form>`;
  }

  private get noting(): boolean {
    return this.helper || this.toColleagues;
  }

  /** From the customer to colleagues and back; what was written stays in the field. */
  readonly turn = (): void => {
    if (this.helper) return this.field.focus();
    this.toColleagues = !this.toColleagues;
    this.store.drafts.keep(this.ticket, { toColleagues: this.toColleagues });
    this.search = null;
    this.field.focus();
  };

  private get packet() {
    return this.store.detail(this.ticket)?.packet ?? null;
  }

  private suggestions() {
    const more = moreWords(this.language.now);
    if (!this.empty || this.noting) return nothing;
    const offered = suggested(this.store.aids.replies, this.packet);
    const answer = this.store.aids.hints(this.ticket)?.answer;
    if (!offered.length && !answer) return nothing;
    return html`<div class="chips" role="group" aria-label=${more.suggested}><span>${more.suggested}</span>
      ${answer
        ? html`<button type="button" class="known" aria-label="${more.answer}: ${answer.words}" title="${more.answerTo(answer.question)}" @click=${() => this.put(answer.words)}>${icon("book", 14)}<span lang=${htmlLang(this.store.activeCard?.lang ?? "en")}>${answer.words}</span></button>`
        : nothing}
      ${offered.map((one) => html`<button type="button" aria-label=${more.takeReply(titled(one, this.language.now))} title=${this.text(one)} @click=${() => this.put(this.text(one))}>${titled(one, this.language.now)}</button>`)}
    </div>`;
  }

  private found(): ReadyReply[] {
    return this.search === null ? [] : searched(this.store.aids.replies, this.search).slice(0, SHOWN);
  }

  private list(found: readonly ReadyReply[]) {
    const more = moreWords(this.language.now);
    const open = this.search !== null;
    return html`<div class="list" id="replies" role="listbox" aria-label=${more.replies} ?hidden=${!open}>
        ${found.map((one, index) => html`<div role="option" id="reply-${index}" aria-selected=${index === this.chosen} @mousedown=${(event: Event) => this.take(event, one)}>
          <strong>${titled(one, this.language.now)}</strong><span>${this.text(one)}</span></div>`)}
        ${open && !found.length ? html`<div role="option" aria-disabled="true" aria-selected="false"><span>${more.noReply}</span></div>` : nothing}
        ${this.store.aids.repliesProblem ? html`<p role="presentation">${more.repliesProblem(this.store.aids.repliesProblem)}</p>` : nothing}
      </div>`;
  }

  private text(reply: ReadyReply): string {
    const card = this.store.activeCard;
    return filled(reply, card?.lang ?? this.language.now, known(this.packet, this.store.snapshot?.me.name ?? ""));
  }

  private take(event: Event, reply: ReadyReply): void {
    event.preventDefault();
    this.field.value = "";
    this.put(this.text(reply));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("ticket")) {
      const { text, toColleagues } = this.store.drafts.of(this.ticket);
      this.measure(text);
      this.search = null;
      this.toColleagues = toColleagues;
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("ticket")) this.field.value = this.store.drafts.of(this.ticket).text;
  }

  private measure(text: string): void {
    const words = text.trim();
    this.empty = words === "";
    this.excess = Math.max(0, [...words].length - LONGEST);
  }

  private readonly typed = (): void => {
    const text = this.field.value;
    this.unfilled = "";
    this.measure(text);
    const search = text.startsWith("/") && !this.noting ? text.slice(1) : null;
    if (search !== null && this.search === null) this.store.aids.askReplies();
    if (search !== this.search) this.chosen = 0;
    this.search = search;
    if (this.helper) this.toColleagues = !this.empty; // stays a note, should the talk become theirs meanwhile
    this.store.drafts.keep(this.ticket, { text, toColleagues: this.toColleagues });
    if (!this.empty && search === null && !this.noting) this.store.typing(this.ticket);
  };

  private readonly key = (event: KeyboardEvent): void => {
    const choosing = event.isComposing || event.keyCode === 229; // Safari ends composing before this Enter arrives
    if (this.search !== null && !choosing && this.inList(event)) return event.preventDefault();
    if (event.key === "Escape") this.field.blur();
    if (event.key !== "Enter" || choosing || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.send();
  };

  /** Keys of the open list; whether this was one. */
  private inList(event: KeyboardEvent): boolean {
    const found = this.found();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) this.chosen = (this.chosen + step + found.length) % found.length;
    else if (event.key === "Enter" && found[this.chosen]) this.take(event, found[this.chosen]!);
    else if (event.key === "Escape") this.search = null;
    else return false;
    return true;
  }

  private readonly over = (event: DragEvent): void => {
    event.preventDefault();
    this.dropping = true;
  };

  private readonly drop = (event: DragEvent): void => {
    event.preventDefault();
    this.dropping = false;
    this.sendFiles(event.dataTransfer?.files);
  };

  private readonly pasted = (event: ClipboardEvent): void => {
    if (!event.clipboardData?.files.length) return;
    event.preventDefault();
    this.sendFiles(event.clipboardData.files);
  };

  private readonly picked = (): void => {
    this.sendFiles(this.picker.files ?? undefined);
    this.picker.value = "";
  };

  private sendFiles(files: FileList | undefined): void {
    for (const file of files ?? []) void this.store.sendFile(this.ticket, file);
  }

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.send();
  };

  private send(): void {
    const text = this.field.value.trim();
    if (!text || this.excess) return this.field.focus();
    const hole = this.noting ? null : openHole(text);
    if (hole) {
      const open = openHole(this.field.value)!;
      this.unfilled = text.slice(...hole);
      this.field.focus();
      return this.field.setSelectionRange(...open);
    }
    this.field.value = "";
    this.typed();
    if (!this.noting) return this.store.outbox.say(this.ticket, text);
    const { ticket } = this;
    this.toColleagues = false;
    this.store.drafts.keep(ticket, { toColleagues: false });
    void this.store.note(ticket, text).then((kept) => kept || this.giveBack(ticket, text));
  }

  private giveBack(ticket: string, note: string): void {
    this.store.drafts.giveBack(ticket, note);
    if (ticket === this.ticket) this.requestUpdate("ticket", undefined); // shows the draft anew
  }
}
