// Where the agent writes. Enter sends, unless a Chinese or Japanese input method is choosing; drafts are kept per customer.
import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { Language } from "../ui/i18n";
import { icon } from "../ui/icons";
import { house } from "../ui/styles";
import type { DeskStore } from "./store";
import { deskWords } from "./words";

@customElement("fd-composer")
export class FdComposer extends LitElement {
  static override styles = [
    ...house,
    css`
      form {
        display: grid;
        grid-template-columns: 1fr auto;
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
      .hint {
        font-size: var(--fd-text-xs);
      }
      @media (pointer: coarse), (max-width: 40rem) {
        .hint {
          display: none;
        }
      }
    `,
  ];

  @property() ticket = "";
  @property({ attribute: false }) store!: DeskStore;
  @query("textarea") private field!: HTMLTextAreaElement;
  @state() private empty = true;
  private readonly language = new Language(this);

  /** May be called before the first rendering. */
  override focus(): void {
    void this.updateComplete.then(() => this.field.focus());
  }

  protected override render() {
    const words = deskWords(this.language.now);
    return html`<form @submit=${this.submit}>
      <textarea class="input" rows="1" aria-label=${words.message} placeholder=${words.message} maxlength="4000"
        aria-describedby="hint" enterkeyhint="send" @input=${this.typed} @keydown=${this.key}></textarea>
      <button class="button primary" type="submit" aria-disabled=${this.empty}>${icon("send", 18)}${words.send}</button>
      <p id="hint" class="hint">${words.messageHint}</p>
    </form>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("ticket")) this.empty = this.store.draft(this.ticket).trim() === "";
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("ticket")) this.field.value = this.store.draft(this.ticket);
  }

  private readonly typed = (): void => {
    this.empty = this.field.value.trim() === "";
    this.store.keepDraft(this.ticket, this.field.value);
  };

  private readonly key = (event: KeyboardEvent): void => {
    if (event.key === "Escape") this.field.blur();
    const choosing = event.isComposing || event.keyCode === 229; // Safari ends composing before this Enter arrives
    if (event.key !== "Enter" || choosing || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.send();
  };

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.send();
  };

  private send(): void {
    const text = this.field.value.trim();
    if (!text) return this.field.focus();
    this.field.value = "";
    this.typed();
    void this.store.say(this.ticket, text);
  }
}
