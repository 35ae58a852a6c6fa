// The agent's own controls in the page's bar: status with its meaning, sound, shortcuts, log out.
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { AgentStatus } from "../api/types";
import { label } from "../staff/words";
import { Language } from "../ui/i18n";
import { icon } from "../ui/icons";
import { house } from "../ui/styles";
import type { Alerts } from "./alerts";
import { moreWords } from "./more-words";
import type { DeskStore } from "./store";
import { deskWords } from "./words";

const STATUSES: readonly AgentStatus[] = ["ready", "break", "offline"];

@customElement("fd-desk-bar")
export class FdDeskBar extends LitElement {
  static override styles = [
    ...house,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: var(--fd-s1);
      }
      fieldset {
        display: flex;
        margin: 0;
        padding: 3px;
        border: 0;
        border-radius: 99px;
        background: var(--fd-sunken);
      }
      label {
        position: relative;
        display: block;
      }
      input {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      .pill {
        display: flex;
        align-items: center;
        gap: 0.4em;
        min-height: 2rem;
        padding: 0 0.8em;
        border-radius: 99px;
        color: var(--fd-ink-2);
        font-size: var(--fd-text-sm);
        font-weight: 600;
        white-space: nowrap;
      }
      .pill::before {
        content: "";
        width: 0.55em;
        height: 0.55em;
        border: 2px solid currentColor;
        border-radius: 50%;
      }
      input:checked + .pill {
        background: var(--fd-raised);
        color: var(--fd-ink);
        box-shadow: var(--fd-shadow-1);
      }
      input:checked + .pill::before {
        background: currentColor;
      }
      input:checked + .pill.ready {
        background: var(--fd-pine);
        color: var(--fd-on-pine);
      }
      input:checked + .pill.break {
        background: var(--fd-brass);
        color: var(--fd-on-brass);
      }
      input:focus-visible + .pill {
        outline: 2.5px solid var(--fd-focus);
        outline-offset: 2px;
      }
      .name {
        margin: 0 var(--fd-s2);
        font-size: var(--fd-text-sm);
        font-weight: 600;
        white-space: nowrap;
      }
      .out {
        white-space: nowrap;
      }
      @media (max-width: 68rem) {
        .name,
        .keys {
          display: none;
        }
      }
      @media (max-width: 30rem) {
        .pill {
          padding: 0 0.55em;
          font-size: var(--fd-text-xs);
        }
        .pill::before {
          display: none;
        }
        .sound,
        .out {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: DeskStore;
  @property({ attribute: false }) alerts!: Alerts;
  @property({ type: Number }) version = 0;
  private readonly language = new Language(this);

  protected override render() {
    const words = deskWords(this.language.now);
    const me = this.store.snapshot?.me;
    if (!me) return html``;
    const means = { ready: words.readyMeans, break: words.breakMeans, offline: words.offlineMeans };
    return html`
      <fieldset>
        <legend class="visually-hidden">${words.status}</legend>
        ${STATUSES.map((status) => html`<label title=${means[status]}>
          <input type="radio" name="status" value=${status} .checked=${status === me.status} aria-describedby="means-${status}"
            @change=${() => this.store.setStatus(status)} />
          <span class="pill ${status}">${label("status", status, this.language.now)}</span>
          <span class="visually-hidden" id="means-${status}">${means[status]}</span>
        </label>`)}
      </fieldset>
      <button class="button small quiet name" title=${moreWords(this.language.now).myLogin} @click=${() => this.dispatchEvent(new Event("mylogin"))}>${me.name}</button>
      <button class="icon-button sound" aria-label=${this.alerts.sound ? words.soundOn : words.soundOff} @click=${this.turnSound}>
        ${icon(this.alerts.sound ? "sound" : "muted")}
      </button>
      <button class="icon-button keys" aria-label=${words.shortcuts} @click=${() => this.dispatchEvent(new Event("help"))}>${icon("keypad")}</button>
      <button class="button small quiet out" @click=${() => this.dispatchEvent(new Event("logout"))}>${words.logOut}</button>
    `;
  }

  private readonly turnSound = (): void => {
    this.alerts.turnSound();
    this.requestUpdate();
  };
}
