// The box to write in: grows with the text, Enter sends, Shift+Enter breaks the line, and an input method is never cut short.
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { icon } from "../ui/icons";
import { house } from "../ui/styles";

/** What the server takes of one message, in characters. */
const LONGEST = 2000;
const IME_KEY_CODE = 229; // Safari ends the composition before the Enter that ended it.

/** Events `say` and `draft` with the text as detail, `typing`, and `file` with a file, where `attachLabel` allows one. */
@customElement("fd-composer")
export class FdComposer extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    ...house,
    css`
      form {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: var(--fd-s2);
        align-items: end;
      }
      textarea.input {
        display: block;
        max-height: 9rem;
        min-height: var(--fd-tap);
        padding-block: 0.55rem;
        resize: none;
        overflow-y: auto;
        field-sizing: content;
        font-size: 1rem;
      }
      textarea.input:first-child {
        grid-column: 1 / 3;
      }
      input[type="file"] {
        display: none;
      }
      .problem {
        grid-column: 1 / -1;
      }
      .send {
        width: var(--fd-tap);
        padding: 0;
      }
    `,
  ];

  @property() label = "";
  @property() placeholder = "";
  @property() sendLabel = "";
  /** Names the button for files; empty: files are not taken now. */
  @property() attachLabel = "";
  /** What stands in the box when it first comes up. */
  @property({ attribute: false }) begun = "";
  /** How to say that a message is too long, by so many characters. */
  @property({ attribute: false }) tooLong: (over: number) => string = String;
  @state() private empty = true;
  @state() private over = 0;
  @query("textarea") private box!: HTMLTextAreaElement;

  protected override render() {
    return html`<form @submit=${this.submit}>
      ${this.attachLabel
        ? html`<button class="icon-button" type="button" aria-label=${this.attachLabel} title=${this.attachLabel} @click=${this.choose}>${icon("clip")}</button>`
        : nothing}
      <textarea class="input" rows="1" autocomplete="off" enterkeyhint="send" aria-label=${this.label}
        placeholder=${this.placeholder} @input=${this.typed} @keydown=${this.keyed} @paste=${this.pasted}></textarea>
      <button class="button primary send" type="submit" aria-label=${this.sendLabel} ?disabled=${this.empty || this.over > 0}>${icon("send")}</button>
      <input type="file" tabindex="-1" aria-hidden="true" accept="image/png,image/jpeg,image/gif,image/webp,application/pdf" @change=${this.picked} />
      <p class="problem" role="alert" ?hidden=${!this.over}>${this.over ? this.tooLong(this.over) : nothing}</p>
    </form>`;
  }

  protected override firstUpdated(): void {
    if (!this.begun) return;
    this.box.value = this.begun;
    this.measure();
  }

  private choose(): void {
    this.renderRoot.querySelector<HTMLInputElement>("input[type=file]")?.click();
  }

  private picked(event: Event): void {
    const picker = event.target as HTMLInputElement;
    this.give(picker.files);
    picker.value = "";
  }

  private pasted(event: ClipboardEvent): void {
    if (!this.attachLabel || !event.clipboardData?.files.length) return;
    event.preventDefault();
    this.give(event.clipboardData.files);
  }

  private give(files: FileList | null): void {
    for (const file of files ?? []) this.dispatchEvent(new CustomEvent<File>("file", { detail: file }));
  }

  private typed(): void {
    this.measure();
    this.dispatchEvent(new CustomEvent<string>("draft", { detail: this.box.value }));
    if (!this.empty) this.dispatchEvent(new Event("typing"));
  }

  private measure(): void {
    const text = this.box.value.trim();
    this.empty = !text;
    this.over = Math.max(0, [...text].length - LONGEST);
    if (CSS.supports("field-sizing", "content")) return;
    this.box.style.height = "auto";
    this.box.style.height = `${this.box.scrollHeight + 2}px`;
  }

  private keyed(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.shiftKey) return;
    if (event.isComposing || event.keyCode === IME_KEY_CODE) return;
    event.preventDefault();
    this.submit(event);
  }

  private submit(event: Event): void {
    event.preventDefault();
    const text = this.box.value.trim();
    if (!text || this.over) return;
    this.box.value = "";
    this.typed();
    this.box.focus();
    this.dispatchEvent(new CustomEvent<string>("say", { detail: text }));
  }
}
