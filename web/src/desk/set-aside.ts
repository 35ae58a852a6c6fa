// What an agent was writing when a conversation was taken from them: it stays until copied and discarded, or until that comes back.
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { Language } from "../ui/i18n";
import { icon } from "../ui/icons";
import { house } from "../ui/styles";
import { toast } from "../ui/toast";
import { moreWords } from "./more-words";
import type { DeskStore } from "./store";
import { deskWords } from "./words";

@customElement("fd-set-aside")
export class FdSetAside extends LitElement {
  static override styles = [
    ...house,
    css`
      section {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--fd-s2) var(--fd-s3);
        padding: var(--fd-s2) clamp(var(--fd-s3), 3vw, var(--fd-s5));
        border-bottom: 1px solid var(--fd-line-strong);
        background: var(--fd-sunken);
        font-size: var(--fd-text-sm);
      }
      div {
        flex: 1 1 18rem;
        min-width: 0;
      }
      blockquote {
        max-height: 6rem;
        margin: var(--fd-s1) 0 0;
        padding-left: var(--fd-s3);
        border-left: 3px solid var(--fd-line-strong);
        overflow-y: auto;
        overflow-wrap: anywhere;
        white-space: pre-wrap;
        user-select: text;
      }
    `,
  ];

  @property({ attribute: false }) store!: DeskStore;
  /** Changes with every change of the store, so that we render. */
  @property({ type: Number }) version = 0;
  private readonly language = new Language(this);

  protected override render() {
    const words = moreWords(this.language.now);
    return html`${repeat(this.store.drafts.aside(), (one) => one.ticket, (one) => html`<section role="group" aria-label=${words.setAside(one.name)}>
      ${icon("warn", 16)}
      <div><p>${words.setAside(one.name)}</p><blockquote id=${`draft-${one.ticket}`} tabindex="0" dir="auto">${one.text}</blockquote></div>
      <button class="button small" type="button" @click=${() => void this.copy(one.ticket, one.text)}>${words.copyDraft}</button>
      <button class="button small quiet" type="button" @click=${() => this.drop(one.ticket)}>${words.dropDraft}</button>
    </section>`)}`;
  }

  /** Where the page may not write to the clipboard, the words are marked for the keys that may. */
  private async copy(ticket: string, text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      toast(deskWords(this.language.now).copied);
    } catch {
      const shown = this.renderRoot.querySelector(`#draft-${CSS.escape(ticket)}`);
      if (shown) getSelection()?.selectAllChildren(shown);
    }
  }

  private drop(ticket: string): void {
    this.store.drafts.forget(ticket);
    this.requestUpdate();
  }
}
