// A message that was left: what it says, how its customer is reached, and how it was answered, in their chat or elsewhere.
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { api } from "../api/client";
import type { Card, LeftMessage } from "../api/types";
import { moment } from "../staff/format";
import { label } from "../staff/words";
import { htmlLang, Language } from "../ui/i18n";
import { house } from "../ui/styles";
import { answerWords } from "./answer-words";
import { closingStyles } from "./closing-styles";
import { ownWords } from "./own-words";
import type { DeskStore } from "./store";

type Words = ReturnType<typeof answerWords>;
const WAYS = ["chat", "called", "emailed", "not_reached", "no_answer_needed"] as const;
type How = (typeof WAYS)[number];

@customElement("fd-answer")
export class FdAnswer extends LitElement {
  static override styles = [
    ...house,
    closingStyles,
    css`
      blockquote {
        max-height: 8rem;
        margin: 0;
        padding-left: var(--fd-s3);
        border-left: 3px solid var(--fd-brass);
        overflow-y: auto;
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: var(--fd-s1) var(--fd-s4);
        margin: 0;
        font-size: var(--fd-text-sm);
      }
      dl div {
        display: flex;
        gap: var(--fd-s2);
      }
      dt {
        color: var(--fd-ink-2);
      }
      dd {
        margin: 0;
        font-weight: 600;
        user-select: all;
      }
      legend {
        margin-bottom: var(--fd-s1);
        font-size: var(--fd-text-sm);
        font-weight: 600;
      }
      fieldset label {
        display: flex;
        align-items: center;
        gap: var(--fd-s2);
        min-height: 1.75rem;
      }
      input[type="radio"] {
        width: 1.1rem;
        height: 1.1rem;
        accent-color: var(--fd-pine);
      }
      .foot {
        justify-content: flex-end;
      }
      .problem {
        flex: 1;
      }
    `,
  ];

  @property({ attribute: false }) card!: Card;
  @property({ attribute: false }) store!: DeskStore;
  /** Changes with every change of the store, so that we render. */
  @property({ type: Number }) version = 0;
  @state() private how: How | null = null;
  @state() private problem = "";
  private readonly language = new Language(this);

  protected override render() {
    const words = answerWords(this.language.now);
    const left = this.store.detail(this.card.id)?.message ?? null;
    const busy = this.store.isBusy(this.card.id);
    return html`<form @submit=${this.submit}>
      <h3>${words.heading}</h3>
      ${left ? this.message(left, words) : nothing}
      <fieldset>
        <legend>${words.how}</legend>
        ${this.ways.map((one) => html`<label><input type="radio" name="how" value=${one} .checked=${one === this.how} @change=${() => this.choose(one)} />
          ${label("answered", one, this.language.now)}</label>`)}
      </fieldset>
      ${this.how === "chat" ? this.field("text", words.answer, words.answerHint) : nothing}
      ${this.field("note", words.note, words.noteHint)}
      <div class="foot">
        <p class="problem" role="alert">${this.problem}</p>
        <button class="button" type="button" ?disabled=${busy} @click=${() => void this.store.parting(this.card.id, () => api.putBack(this.card.id))}>${words.putBack}</button>
        <button class="button primary" type="submit" ?disabled=${busy}>${busy ? words.doing : words.done}</button>
      </div>
    </form>`;
  }

  /** Whoever called has no chat to be answered in. */
  private get ways(): readonly How[] {
    return WAYS.filter((one) => one !== "chat" || this.card.channel === "chat");
  }

  private message(left: LeftMessage, words: Words) {
    const lang = this.language.now;
    const reached: [string, string | null][] = [[words.write, left.email], [words.call, left.phone], [words.caller, left.caller]];
    const known = reached.filter(([, value]) => value);
    return html`<blockquote lang=${htmlLang(this.card.lang)} dir="auto">${ownWords(left.text, lang)}</blockquote>
      ${known.length
        ? html`<dl>${known.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
        : html`<p class="hint">${words.unknown}</p>`}
      ${left.due_at ? html`<p class="hint">${words.due(moment(left.due_at, lang))}</p>` : nothing}`;
  }

  /** What is written is kept with the drafts of the conversation. */
  private field(name: "text" | "note", title: string, hint: string) {
    return html`<div class="field">
      <label for=${name}>${title}</label>
      <textarea id=${name} class="input" rows="2" maxlength=${name === "text" ? 4000 : 2000} aria-describedby="${name}-hint" .value=${this.written(name)}
        @input=${(event: InputEvent) => this.store.drafts.keep(this.card.id, { [name]: (event.target as HTMLTextAreaElement).value })}></textarea>
      <p id="${name}-hint" class="hint">${hint}</p>
    </div>`;
  }

  private written(name: "text" | "note"): string {
    return this.store.drafts.of(this.card.id)[name];
  }

  private choose(how: How): void {
    this.how = how;
    this.problem = "";
  }

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const words = answerWords(this.language.now);
    const { how } = this;
    const [text, note] = [this.written("text").trim(), this.written("note").trim()];
    this.problem = how === null ? words.choose : how === "chat" && !text ? words.empty : "";
    if (how === null || this.problem) return;
    if (how === "no_answer_needed") return this.store.closeTicket(this.card.id, how, note);
    await this.store.filing(this.card.id, () => api.answer(this.card.id, how, how === "chat" ? text : "", note));
  };
}
