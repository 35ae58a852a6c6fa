// The chat on a page that is not ours: a launcher and a panel, closed off from the page's styles. Knows no conversation.
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { hasSession } from "../chat/link";
import type { FdChat } from "../chat/chat";
import "../chat/chat";
import { chatWords } from "../chat/words";
import { asLang, htmlLang, Language } from "../ui/i18n";
import { icon } from "../ui/icons";
import { house, tokenSheet } from "../ui/styles";

const NARROW = "(max-width: 30rem), (max-height: 26rem)";
const OPENED_KEY = "frontdesk.opened";

/** `<fd-widget origin lang-fixed heading>`; made by widget.js. */
@customElement("fd-widget")
export class FdWidget extends LitElement {
  static override styles = [
    tokenSheet,
    ...house,
    css`
      /* A page's rule for its own elements outranks ours for the host, unless ours is important. */
      :host {
        all: initial !important;
        --fd-rem: 1em;
        position: fixed !important;
        right: max(1.25rem, env(safe-area-inset-right)) !important;
        bottom: max(1.25rem, env(safe-area-inset-bottom)) !important;
        z-index: 2147483000 !important;
        color-scheme: inherit !important; /* as the page is; a page that says nothing is light */
        color: var(--fd-ink) !important;
        font-family: var(--fd-sans) !important;
      }
      :host([theme="auto"]) {
        color-scheme: light dark !important;
      }
      :host([theme="light"]) {
        color-scheme: light !important;
      }
      :host([theme="dark"]) {
        color-scheme: dark !important;
      }
      @media print {
        :host {
          display: none !important;
        }
      }
      .launcher {
        position: relative;
        display: flex;
        align-items: center;
        gap: var(--fd-s2);
        min-height: 3.25rem;
        margin-left: auto;
        padding: 0 1.15rem 0 0.95rem;
        border: 1px solid rgb(255 255 255 / 0.16);
        border-radius: 99px;
        background: var(--fd-hero);
        color: var(--fd-on-hero);
        box-shadow: var(--fd-shadow-2);
        font-weight: 600;
        transition: transform var(--fd-quick);
      }
      .launcher.opened {
        width: 3.25rem;
        padding: 0;
        justify-content: center;
      }
      .launcher:hover {
        transform: translateY(-2px);
      }
      .launcher svg {
        color: var(--fd-brass);
      }
      .unread {
        position: absolute;
        top: -0.4rem;
        right: -0.2rem;
        min-width: 1.5rem;
        padding: 0 0.4rem;
        border-radius: 99px;
        background: var(--fd-brass);
        color: var(--fd-on-brass);
        font-size: var(--fd-text-xs);
        line-height: 1.5rem;
        text-align: center;
      }
      .panel {
        display: grid;
        grid-template-rows: minmax(0, 1fr);
        width: 24.5rem;
        max-width: calc(100vw - 2.5rem);
        height: min(40rem, 100dvh - 7rem);
        margin-bottom: var(--fd-s3);
        overflow: hidden;
        border: 1px solid var(--fd-line);
        border-radius: var(--fd-r3);
        box-shadow: var(--fd-shadow-2);
        animation: open 180ms cubic-bezier(0.2, 0.7, 0.3, 1);
        transform-origin: bottom right;
      }
      @keyframes open {
        from {
          opacity: 0;
          transform: translateY(10px) scale(0.98);
        }
      }
      @media (max-width: 30rem), (max-height: 26rem) {
        .panel {
          position: fixed;
          inset: 0;
          width: 100%;
          max-width: none;
          height: 100%;
          margin: 0;
          border: 0;
          border-radius: 0;
        }
        .launcher {
          width: 3.5rem;
          min-height: 3.5rem;
          padding: 0;
          justify-content: center;
        }
        .launcher .name {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        .launcher.opened {
          display: none;
        }
      }
    `,
  ];

  @property() origin = "";
  @property() heading = "";
  @property({ attribute: "lang-fixed" }) speaks = "";
  @state() private opened = false;
  @state() private used = false;
  @state() private unread = 0;
  @query("fd-chat") private chat!: FdChat | null;
  private readonly language = new Language(this);
  private readonly narrow = matchMedia(NARROW);
  private readonly reshape = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    this.narrow.addEventListener("change", this.reshape);
    if (hasSession() && openedBefore()) void this.wake();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.narrow.removeEventListener("change", this.reshape);
    this.holdPage(false);
  }

  protected override render() {
    const lang = asLang(this.speaks) ?? this.language.now;
    const words = chatWords(lang);
    const modal = this.opened && this.narrow.matches;
    this.holdPage(modal);
    return html`
      ${this.used
        ? html`<div class="panel" id="panel" role="dialog" aria-modal=${modal ? "true" : nothing} aria-label=${this.heading || words.title}
            ?hidden=${!this.opened} @keydown=${this.keyed}>
            ${modal ? html`<span class="visually-hidden" tabindex="0" @focus=${() => this.chat?.focusBox()}></span>` : nothing}
            <fd-chat closable .origin=${this.origin} .heading=${this.heading} .speaks=${this.speaks} @dismiss=${this.close} @spoke=${this.spoke}></fd-chat>
            ${modal ? html`<span class="visually-hidden" tabindex="0" @focus=${() => this.chat?.focusTop()}></span>` : nothing}
          </div>`
        : nothing}
      <button class="launcher ${this.opened ? "opened" : ""}" type="button" lang=${htmlLang(lang)} aria-expanded=${this.opened ? "true" : "false"}
        aria-controls=${this.used ? "panel" : nothing} @click=${this.opened ? this.close : this.open}>
        ${icon(this.opened ? "down" : "bell", 24)}
        <span class=${this.opened ? "visually-hidden" : "name"}>${this.opened ? words.close : this.heading || words.title}</span>
        ${this.unread
          ? html`<span class="unread"><span aria-hidden="true">${this.unread}</span><span class="visually-hidden">${words.unread(this.unread)}</span></span>`
          : nothing}
      </button>
    `;
  }

  private async wake(): Promise<void> {
    this.used = true;
    await this.updateComplete;
    this.chat?.connect();
  }

  async open(): Promise<void> {
    this.opened = true;
    this.unread = 0;
    noteOpened();
    await this.wake();
    await this.chat?.updateComplete;
    this.chat?.focusBox();
  }

  close(): void {
    this.opened = false;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".launcher")?.focus());
  }

  private spoke(): void {
    if (!this.opened) this.unread += 1;
  }

  private keyed(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    this.close();
  }

  /** While the chat fills a phone's screen, the page behind it stays put. */
  private holdPage(held: boolean): void {
    document.documentElement.style.overflow = held ? "hidden" : "";
  }
}

function openedBefore(): boolean {
  try {
    return sessionStorage.getItem(OPENED_KEY) !== null;
  } catch {
    return false;
  }
}

function noteOpened(): void {
  try {
    sessionStorage.setItem(OPENED_KEY, "1");
  } catch {
    // Storage is blocked; the conversation resumes when the customer opens the panel again.
  }
}
