// A modal question or form: the browser's own <dialog> does focus, Esc and the backdrop. Knows no page's words.
import { css, html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { house } from "./styles";

/** `<fd-dialog heading="Close ticket">…<button slot="actions">…</fd-dialog>`; `show()`, `close()`, event `dismissed`. */
@customElement("fd-dialog")
export class FdDialog extends LitElement {
  static override styles = [
    ...house,
    css`
      dialog {
        width: min(32rem, calc(100vw - 2rem));
        max-height: calc(100dvh - 2rem);
        padding: 0;
        border: 1px solid var(--fd-line);
        border-radius: var(--fd-r3);
        background: var(--fd-raised);
        color: var(--fd-ink);
        box-shadow: var(--fd-shadow-2);
      }
      dialog::backdrop {
        background: rgb(5 20 15 / 0.5);
      }
      .inside {
        display: grid;
        gap: var(--fd-s4);
        padding: var(--fd-s5);
      }
      h2 {
        font-size: var(--fd-text-lg);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--fd-s2);
      }
    `,
  ];

  @property() heading = "";
  @query("dialog") private dialog!: HTMLDialogElement;

  show(): void {
    if (!this.dialog.open) this.dialog.showModal();
  }

  close(): void {
    this.dialog.close();
  }

  protected override render() {
    return html`<dialog aria-labelledby="heading" @close=${() => this.dispatchEvent(new Event("dismissed"))}>
      <div class="inside">
        <h2 id="heading">${this.heading}</h2>
        <slot></slot>
        <div class="actions"><slot name="actions"></slot></div>
      </div>
    </dialog>`;
  }
}
