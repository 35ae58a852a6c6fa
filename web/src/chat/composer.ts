// The box to write in: grows with the text, Enter sends, Shift+Enter breaks the line, and an input method is never cut short.
import { css, html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { icon } from "../ui/icons";
import { house } from "../ui/styles";

const IME_KEY_CODE = 229; // Safari ends the composition before the Enter that ended it.

/** Event `say` with the text as detail. */
@customElement("fd-composer")
export class FdComposer extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    ...house,
    css`
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
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
      .send {
        width: var(--fd-tap);
        padding: 0;
      }
    `,
  ];

  @property() label = "";
  @property() placeholder = "";
  @property() sendLabel = "";
  @state() private empty = true;
  @query("textarea") private box!: HTMLTextAreaElement;

  protected override render() {
    return html`<form @submit=${this.submit}>
      <textarea class="input" rows="1" maxlength="2000" autocomplete="off" enterkeyhint="send" aria-label=${this.label}
        placeholder=${this.placeholder} @input=${this.typed} @keydown=${this.keyed}></textarea>
      <button class="button primary send" type="submit" aria-label=${this.sendLabel} ?disabled=${this.empty}>${icon("send")}</button>
    </form>`;
  }

  private typed(): void {
    this.empty = !this.box.value.trim();
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
    if (!text) return;
    this.box.value = "";
    this.typed();
    this.box.focus();
    this.dispatchEvent(new CustomEvent<string>("say", { detail: text }));
  }
}
