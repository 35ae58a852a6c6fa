// After the talk: what came of it, and a note. Closing needs a result; the keyboard alone is enough.
import { css, html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { DISPOSITIONS, type Card, type Disposition } from "../api/types";
import { label } from "../staff/words";
import { Language } from "../ui/i18n";
import { house } from "../ui/styles";
import { closingStyles } from "./closing-styles";
import type { DeskStore } from "./store";
import { deskWords } from "./words";

@customElement("fd-wrap-up")
export class FdWrapUp extends LitElement {
  static override styles = [
    ...house,
    closingStyles,
    css`
      fieldset {
        gap: var(--fd-s2);
      }
      .pick {
        position: relative;
      }
      .pick input {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      .pick span {
        display: block;
        padding: var(--fd-s2) var(--fd-s3);
        border: 1px solid var(--fd-line-strong);
        border-radius: 99px;
        background: var(--fd-surface);
        font-size: var(--fd-text-sm);
        font-weight: 600;
      }
      .pick input:checked + span {
        border-color: var(--fd-pine);
        background: var(--fd-pine);
        color: var(--fd-on-pine);
      }
      .pick input:focus-visible + span {
        outline: 2.5px solid var(--fd-focus);
        outline-offset: 2px;
      }
      .foot {
        justify-content: space-between;
      }
    `,
  ];

  @property({ attribute: false }) card!: Card;
  @property({ attribute: false }) store!: DeskStore;
  /** Changes with every change of the store, so that we render. */
  @property({ type: Number }) version = 0;
  @state() private problem = "";
  @query("textarea") private note!: HTMLTextAreaElement;
  private readonly language = new Language(this);

  private get chosen(): Disposition | null {
    return this.store.drafts.of(this.card.id).result;
  }

  protected override render() {
    const words = deskWords(this.language.now);
    const busy = this.store.isBusy(this.card.id);
    return html`<form @submit=${this.submit}>
      <h3>${words.wrapUpLead}</h3>
      <fieldset>
        <legend class="visually-hidden">${words.disposition}</legend>
        ${DISPOSITIONS.map((one) => html`<label class="pick">
          <input type="radio" name="disposition" value=${one} .checked=${one === this.chosen} @change=${() => this.choose(one)} />
          <span>${label("disposition", one, this.language.now)}</span>
        </label>`)}
      </fieldset>
      <div class="field">
        <label for="note">${words.note}</label>
        <textarea id="note" class="input" rows="2" maxlength="2000" aria-describedby="hint" .value=${this.store.drafts.of(this.card.id).note} @input=${this.noted}></textarea>
        <p id="hint" class="hint">${words.noteHint}</p>
      </div>
      <div class="foot">
        <p class="problem" role="alert">${this.problem}</p>
        <button class="button primary" type="submit" ?disabled=${busy}>${busy ? words.closing : words.closeTicket}</button>
      </div>
    </form>`;
  }

  /** After the end of a talk nothing has the focus; arrows then choose the result. */
  protected override firstUpdated(): void {
    if (document.activeElement === document.body) this.renderRoot.querySelector<HTMLInputElement>("input")?.focus();
  }

  private readonly noted = (): void => this.store.drafts.keep(this.card.id, { note: this.note.value });

  private choose(disposition: Disposition): void {
    this.store.drafts.keep(this.card.id, { result: disposition });
    this.problem = "";
    this.requestUpdate();
  }

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const words = deskWords(this.language.now);
    if (!this.chosen) {
      this.problem = words.chooseResult;
      return this.renderRoot.querySelector<HTMLInputElement>("input")?.focus();
    }
    await this.store.closeTicket(this.card.id, this.chosen, this.note.value.trim());
  };
}
