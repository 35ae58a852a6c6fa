// The /phone page: the telephone and what is good to know for the demo. Knows no protocol.
import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import { Language } from "../ui/i18n";
import { house } from "../ui/styles";
import "../ui/shell";
import { pageWords } from "./page-words";
import "./softphone";

@customElement("fd-phone-page")
export class FdPhonePage extends LitElement {
  static override styles = [
    ...house,
    css`
      :host {
        display: block;
      }
      .page {
        display: grid;
        align-content: center;
        gap: var(--fd-s5);
        width: 100%;
        max-width: 66rem;
        margin: 0 auto;
        padding: clamp(var(--fd-s4), 3vw, var(--fd-s6));
      }
      h1 {
        font-size: var(--fd-text-2xl);
      }
      .lead {
        margin-top: var(--fd-s1);
        color: var(--fd-ink-2);
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
        gap: var(--fd-s2) var(--fd-s5);
      }
      li {
        padding-top: var(--fd-s2);
        border-top: 2px solid var(--fd-line);
        color: var(--fd-ink-2);
        font-size: var(--fd-text-sm);
      }
      @media (max-width: 46rem) {
        .lead {
          display: none;
        }
        .intro {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        .page {
          align-content: start;
        }
      }
    `,
  ];

  private readonly language = new Language(this);
  private readonly speed = Number(new URLSearchParams(location.search).get("speed") ?? "1");

  protected override render() {
    const words = pageWords(this.language.now);
    document.title = words.documentTitle;
    return html`<fd-shell page="phone" bare>
      <div class="page">
        <div class="intro">
          <h1>${words.heading}</h1>
          <p class="lead">${words.lead}</p>
        </div>
        <fd-softphone keys-page .speed=${Number.isFinite(this.speed) ? this.speed : 1}></fd-softphone>
        <section aria-label=${words.hintsHeading}>
          <ul>
            ${[words.hintLanguage, words.hintOrders, words.hintPerson, words.hintKeys].map((hint) => html`<li>${hint}</li>`)}
          </ul>
        </section>
      </div>
    </fd-shell>`;
  }
}
