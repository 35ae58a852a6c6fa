// The /chat page: the chat at full height, beside it what can be tried. Knows no protocol.
import { css, html, LitElement } from "lit";
import { customElement, query } from "lit/decorators.js";
import { htmlLang, Language } from "../ui/i18n";
import { icon } from "../ui/icons";
import { house } from "../ui/styles";
import "../ui/shell";
import type { FdChat } from "./chat";
import "./chat";
import { pageWords, SAMPLES } from "./page-words";

@customElement("fd-chat-page")
export class FdChatPage extends LitElement {
  static override styles = [
    ...house,
    css`
      :host {
        display: block;
      }
      .page {
        display: grid;
        grid-template-columns: minmax(18rem, 24rem) minmax(0, 44rem);
        grid-template-rows: minmax(0, 1fr);
        justify-content: center;
        gap: clamp(var(--fd-s5), 5vw, var(--fd-s7));
        min-height: 0;
        padding: clamp(var(--fd-s4), 3vw, var(--fd-s6));
      }
      .about {
        align-self: center;
        display: grid;
        gap: var(--fd-s4);
        max-height: 100%;
        overflow-y: auto;
        padding: var(--fd-s1);
      }
      h1 {
        font-size: var(--fd-text-2xl);
      }
      .lead {
        color: var(--fd-ink-2);
      }
      h2 {
        font: 600 var(--fd-text-sm) / 1.4 var(--fd-sans);
        color: var(--fd-ink-2);
        letter-spacing: 0;
      }
      .samples {
        display: grid;
        gap: var(--fd-s2);
      }
      .sample {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 0 var(--fd-s3);
        width: 100%;
        padding: var(--fd-s3) var(--fd-s4);
        text-align: left;
        transition: border-color var(--fd-quick), background var(--fd-quick);
      }
      .sample:hover {
        border-color: var(--fd-pine);
        background: var(--fd-pine-soft);
      }
      .sample .say {
        font-weight: 600;
      }
      .sample .digits {
        grid-column: 1;
        color: var(--fd-ink-2);
        font-size: var(--fd-text-sm);
        font-variant-numeric: tabular-nums;
      }
      .sample svg {
        grid-area: 1 / 2 / span 2;
        color: var(--fd-pine-ink);
      }
      .note {
        color: var(--fd-ink-3);
        font-size: var(--fd-text-sm);
      }
      .chat {
        display: grid;
        grid-template: minmax(0, 1fr) / minmax(0, 1fr);
        min-height: 0;
        overflow: hidden;
        border: 1px solid var(--fd-line);
        border-radius: var(--fd-r3);
        box-shadow: var(--fd-shadow-2);
      }
      @media (max-width: 60rem) {
        .page {
          grid-template-columns: minmax(0, 1fr);
          padding: 0;
        }
        .about > :not(h1) {
          display: none;
        }
        .about {
          position: absolute;
          width: 1px;
          height: 1px;
          padding: 0;
          overflow: hidden;
          clip-path: inset(50%);
        }
        .chat {
          border: 0;
          border-radius: 0;
          box-shadow: none;
        }
      }
    `,
  ];

  @query("fd-chat") private chat!: FdChat;
  private readonly language = new Language(this);

  protected override firstUpdated(): void {
    this.chat.connect();
  }

  protected override render() {
    const words = pageWords(this.language.now);
    document.title = words.documentTitle;
    return html`<fd-shell page="chat" fill bare>
      <div class="page">
        <section class="about">
          <h1>${words.heading}</h1>
          <p class="lead">${words.lead}</p>
          <h2>${words.tryThese}</h2>
          <ul class="samples">
            ${[...SAMPLES].sort((a, b) => Number(b.lang === this.language.now) - Number(a.lang === this.language.now)).map(
              (one) => html`<li>
                <button class="card sample" type="button" @click=${() => this.chat.say(one.ask)}>
                  <span class="say" lang=${htmlLang(one.lang)}>${one.ask}</span>
                  <span class="digits">${words.lastFour} ${one.lastFour}</span>${icon("arrow")}
                </button>
              </li>`,
            )}
          </ul>
          <p class="note">${words.note}</p>
        </section>
        <div class="chat"><fd-chat></fd-chat></div>
      </div>
    </fd-shell>`;
  }
}
