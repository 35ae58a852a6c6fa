// The list of keyboard shortcuts, and the switch that turns single keys off for those who dictate (WCAG 2.1.4).
import { css, html, LitElement } from "lit";
import { customElement, query } from "lit/decorators.js";
import { staffWords } from "../staff/words";
import "../ui/dialog";
import type { FdDialog } from "../ui/dialog";
import { Language } from "../ui/i18n";
import { keep, kept } from "../ui/keep";
import { house } from "../ui/styles";
import { SHORTCUTS } from "./shortcuts";
import { deskWords } from "./words";

const KEY = "frontdesk.single-keys";

export function singleKeys(): boolean {
  return kept(KEY) !== "off";
}

@customElement("fd-desk-help")
export class FdDeskHelp extends LitElement {
  static override styles = [
    ...house,
    css`
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: var(--fd-s3) var(--fd-s4);
        align-items: center;
      }
      dd {
        font-size: var(--fd-text-sm);
      }
      dt {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.3em;
        color: var(--fd-ink-3);
        font-size: var(--fd-text-sm);
      }
      kbd {
        min-width: 1.7em;
        padding: 0.1em 0.45em;
        border: 1px solid var(--fd-line-strong);
        border-bottom-width: 2px;
        border-radius: var(--fd-r1);
        background: var(--fd-surface);
        color: var(--fd-ink);
        font: 600 var(--fd-text-sm) / 1.5 var(--fd-sans);
        text-align: center;
      }
      label {
        display: flex;
        align-items: center;
        gap: var(--fd-s3);
        padding-top: var(--fd-s3);
        border-top: 1px solid var(--fd-line);
        font-size: var(--fd-text-sm);
      }
      input {
        width: 1.15rem;
        height: 1.15rem;
        accent-color: var(--fd-pine);
      }
    `,
  ];

  @query("fd-dialog") private dialog!: FdDialog;
  private readonly language = new Language(this);

  show(): void {
    this.dialog.show();
  }

  protected override render() {
    const words = deskWords(this.language.now);
    const means = {
      accept: words.keyAccept,
      next: words.keyNext,
      previous: words.keyPrevious,
      compose: words.keyCompose,
      note: words.keyNote,
      mute: words.keyMute,
      hold: words.keyHold,
      unrecorded: words.keyUnrecorded,
      ask: words.keyAsk,
      pass: words.keyPass,
      end: words.keyEnd,
      ready: words.keyReady,
      break: words.keyBreak,
      leave: words.keyLeave,
      help: words.keyHelp,
    };
    return html`<fd-dialog heading=${words.shortcuts}>
      <dl>
        ${SHORTCUTS.map((one) => html`<dt>
            ${one.keys.map((keys, index) => html`${index ? html`<span>${words.or}</span>` : ""}${keys.map((key) => html`<kbd>${key}</kbd>`)}`)}
          </dt>
          <dd>${means[one.act]}</dd>`)}
      </dl>
      <label><input type="checkbox" .checked=${singleKeys()} @change=${this.turn} />${words.singleKeys}</label>
      <button slot="actions" class="button primary" @click=${() => this.dialog.close()}>${staffWords(this.language.now).close}</button>
    </fd-dialog>`;
  }

  private readonly turn = (event: Event): void => {
    keep(KEY, (event.target as HTMLInputElement).checked ? "on" : "off");
  };
}
