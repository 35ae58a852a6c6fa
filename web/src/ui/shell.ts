// The frame around every page: skip link, mark, pages, language and theme. Knows no page's content.
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { chooseLang, Language } from "./i18n";
import { icon, mark } from "./icons";
import { house } from "./styles";
import { chooseTheme, currentTheme } from "./theme";
import { frameWords } from "./words";

const PAGES = ["chat", "phone", "desk", "board"] as const;
export type PageName = (typeof PAGES)[number] | "home";

/** `<fd-shell page="desk">…content…</fd-shell>`; slot `tools` for things at the right of the bar; `fill` for app-like pages. */
@customElement("fd-shell")
export class FdShell extends LitElement {
  static override styles = [
    ...house,
    css`
      :host {
        display: grid;
        grid-template-rows: auto 1fr;
        grid-template-columns: minmax(0, 1fr);
        min-height: 100dvh;
        background: var(--fd-bg);
      }
      :host([fill]) {
        height: 100dvh;
        overflow: hidden;
      }
      .skip {
        position: absolute;
        left: var(--fd-s3);
        top: -6rem;
        z-index: 20;
      }
      .skip:focus {
        top: var(--fd-s2);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--fd-s2) var(--fd-s4);
        min-height: 3.75rem;
        padding: var(--fd-s2) clamp(var(--fd-s3), 3vw, var(--fd-s5));
        border-bottom: 1px solid var(--fd-line);
        background: var(--fd-surface);
      }
      .mark {
        display: inline-flex;
        align-items: center;
        gap: var(--fd-s3);
        color: var(--fd-ink);
        text-decoration: none;
        font: 600 var(--fd-text-lg) / 1 var(--fd-display);
        border-radius: var(--fd-r1);
      }
      nav ul {
        display: flex;
        gap: var(--fd-s1);
      }
      nav a {
        display: block;
        padding: var(--fd-s2) var(--fd-s3);
        border-radius: var(--fd-r2);
        color: var(--fd-ink-2);
        font-size: var(--fd-text-sm);
        font-weight: 600;
        text-decoration: none;
        white-space: nowrap;
      }
      nav a:hover {
        background: var(--fd-sunken);
        color: var(--fd-ink);
      }
      nav a[aria-current] {
        background: var(--fd-pine-soft);
        color: var(--fd-pine-ink);
      }
      .tools {
        display: flex;
        align-items: center;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--fd-s1);
        margin-left: auto;
      }
      .toggles {
        display: flex;
        gap: var(--fd-s1);
      }
      .lang {
        min-width: 3.25rem;
        font-size: var(--fd-text-sm);
        font-weight: 600;
      }
      main {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        min-height: 0;
        min-width: 0;
      }
      :host([fill]) main {
        grid-template-rows: minmax(0, 1fr);
      }
      main:focus-visible {
        outline-offset: -3px;
      }
      @media (max-width: 84rem) {
        nav a {
          padding-inline: var(--fd-s2);
        }
      }
      @media (max-width: 40rem) {
        header {
          justify-content: flex-end;
          gap: 0 var(--fd-s1);
        }
        .mark {
          margin-right: auto;
        }
        .tools {
          display: contents; /* wide tools go below the mark, the toggles stay beside it */
        }
        slot[name="tools"] {
          display: flex;
          align-items: center;
          gap: var(--fd-s1);
          order: 2;
        }
        nav {
          order: 3;
          width: 100%;
          overflow-x: auto;
        }
        nav a {
          padding-block: 0.6rem;
        }
        :host([bare]) nav {
          display: none;
        }
      }
      @media print {
        :host {
          display: block; /* a grid's row would go to the next sheet whole */
          background: none;
        }
        header,
        .skip {
          display: none;
        }
      }
    `,
  ];

  @property() page: PageName = "home";
  /** The page fills the window and scrolls inside. */
  @property({ type: Boolean, reflect: true }) fill = false;
  /** On a narrow window, leave the list of pages out. */
  @property({ type: Boolean, reflect: true }) bare = false;
  @state() private theme = currentTheme();
  private readonly language = new Language(this);

  protected override render() {
    const words = frameWords(this.language.now);
    return html`
      <button class="button primary skip" type="button" @click=${this.skip}>${words.skip}</button>
      <header>
        <a class="mark" href="/" aria-current=${this.page === "home" ? "page" : nothing}>${mark(30)}<span>${words.house}</span></a>
        <nav aria-label=${words.pages}>
          <ul>
            ${PAGES.map(
              (page) => html`<li>
                <a href="/${page}" aria-current=${page === this.page ? "page" : nothing}>${words[page]}</a>
              </li>`,
            )}
          </ul>
        </nav>
        <div class="tools"><slot name="tools"></slot><div class="toggles">${this.toggles()}</div></div>
      </header>
      <main id="main" tabindex="-1"><slot></slot></main>
    `;
  }

  private toggles() {
    const words = frameWords(this.language.now);
    const other = this.language.now === "en" ? "zh" : "en";
    const dark = this.theme === "dark";
    return html`
      <button class="icon-button lang" type="button" lang=${other === "zh" ? "zh-CN" : "en"} aria-label=${words.otherLanguageLabel}
        @click=${() => chooseLang(other)}>${words.otherLanguage}</button>
      <button class="icon-button" type="button" aria-label=${dark ? words.toLight : words.toDark} @click=${this.turnTheme}>
        ${icon(dark ? "sun" : "moon")}
      </button>
    `;
  }

  private turnTheme(): void {
    this.theme = this.theme === "dark" ? "light" : "dark";
    chooseTheme(this.theme);
  }

  private skip(): void {
    this.renderRoot.querySelector<HTMLElement>("main")?.focus();
  }
}
