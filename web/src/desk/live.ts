// What can be done in a live conversation, and how it stands: muted, on hold, who is beside. For its agent and for helpers.
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Card, Helper } from "../api/types";
import { personAvatar } from "../ui/avatar";
import { Language } from "../ui/i18n";
import { icon } from "../ui/icons";
import { house } from "../ui/styles";
import { floorWords } from "./floor-words";
import { liveWords, type LiveWords } from "./live-words";
import type { DeskStore } from "./store";

/** Whether the call's recording runs or pauses, so that the agent can have it pause or go on. */
export function isRecorded(card: Card): boolean {
  return card.recording === "asked" || card.recording === "on" || card.recording === "paused";
}

@customElement("fd-live")
export class FdLive extends LitElement {
  static override styles = [
    ...house,
    css`
      :host {
        display: block;
        padding: var(--fd-s2) clamp(var(--fd-s3), 3vw, var(--fd-s5));
        border-bottom: 1px solid var(--fd-line);
        background: var(--fd-sunken);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--fd-s2);
        align-items: center;
      }
      .states > p,
      .row ~ .row {
        margin-top: var(--fd-s2);
      }
      .row p {
        flex: 1 1 12rem;
        font-size: var(--fd-text-sm);
      }
      .state {
        display: flex;
        gap: var(--fd-s2);
        align-items: center;
        color: var(--fd-brass-ink);
        font-weight: 600;
      }
      [aria-pressed="true"] {
        border-color: var(--fd-brass);
        background: var(--fd-brass);
        color: var(--fd-on-brass);
      }
      .button[aria-pressed="true"]:hover:not(:disabled) {
        border-color: var(--fd-brass);
        background: var(--fd-brass);
        filter: brightness(0.94);
      }
      .avatar {
        width: 1.75rem;
        height: 1.75rem;
        font-size: var(--fd-text-xs);
      }
      .absent .avatar {
        opacity: 0.5;
      }
    `,
  ];

  @property({ attribute: false }) card!: Card;
  @property({ attribute: false }) store!: DeskStore;
  @property({ type: Number }) version = 0;
  private readonly language = new Language(this);

  protected override render() {
    const words = liveWords(this.language.now);
    const me = this.store.snapshot?.me.id;
    const mine = this.card.agent === me;
    const self = this.card.helpers?.find((one) => one.id === me);
    return html`<div role="group" aria-label=${words.controls}>${mine ? this.agents(words) : self ? this.helpers(self, words) : nothing}</div>`;
  }

  private get spoken(): boolean {
    return this.card.channel === "voice";
  }

  /** The agent's own controls. States are told as they change; colleagues stand each in a row of their own. */
  private agents(words: LiveWords) {
    const { card, store, spoken } = this;
    const floor = floorWords(this.language.now);
    return html`<div class="row">
        ${spoken
          ? html`${this.toggle(words.mute, "M", card.muted === true, (on) => void store.mute(card.id, on))}
              ${this.toggle(words.hold, "H", card.held === true, (on) => void store.hold(card.id, on))}
              ${isRecorded(card)
                ? this.toggle(words.pauseRecording, "P", card.unrecorded === true, (on) => void store.pauseRecording(card.id, on))
                : nothing}`
          : nothing}
        ${this.button(words.ask, "C", () => this.pass("consult"))}
        ${this.button(floor.passOn, "T", () => this.pass("agent"))}
      </div>
      <div class="states" role="status">
        ${card.muted ? html`<p class="row state">${icon("muted", 18)}${words.muted}</p>` : nothing}
        ${card.unrecorded
          ? html`<p class="row state">${icon("muted", 18)}${card.recording === "paused" ? words.unrecorded : words.stillRecorded}</p>`
          : nothing}
        ${card.held ? html`<p class="row state">${icon("clock", 18)}${words.held}</p>` : nothing}
      </div>
      ${repeat(card.helpers ?? [], (one) => one.id, (one) => this.beside(one, words))}`;
  }

  private beside(one: Helper, words: LiveWords) {
    const { card, store } = this;
    const asked = one.role === "consult" || one.role === "three_way";
    return html`<div class="row ${one.joined ? "" : "absent"}">${personAvatar(one.name)}<p role="status">${this.stands(one, words)}</p>
      ${asked && one.joined
        ? html`${one.role === "consult"
              ? this.act(words.allThree, words.toAllThree(one.name), () => void store.askIn(card.id, one.id, "three_way"))
              : this.act(words.alone, words.toAlone(one.name), () => void store.askIn(card.id, one.id, "consult"))}
            ${this.act(words.handOver, words.toHandOver(one.name), () => void store.handOver(card.id, one.id))}`
        : nothing}
      ${asked ? this.act(one.joined ? words.sendAway : words.callOff, one.joined ? words.toSendAway(one.name) : words.toCallOff(one.name), () => void store.leave(card.id, one.id)) : nothing}
    </div>`;
  }

  private stands(one: Helper, words: LiveWords): string {
    if (!one.joined) return this.spoken ? words.rings(one.name) : words.asked(one.name);
    const means = { consult: this.spoken ? words.consultsPhone : words.consults, three_way: words.threeWay, listen: words.listens, coach: words.coaches };
    return means[one.role](one.name);
  }

  /** A helper's: how they are there, and the ways out of it. */
  private helpers(self: Helper, words: LiveWords) {
    const { card, store } = this;
    const floor = floorWords(this.language.now);
    const watches = self.role === "listen" || self.role === "coach";
    return html`<div class="row"><p role="status">${this.mine(self, words)}</p>
      ${!self.joined && !this.spoken ? html`<button class="button small primary" type="button" @click=${() => store.join(card.id)}>${floor.join}</button>` : nothing}
      ${watches && this.spoken
        ? html`<span class="row" role="group" aria-label=${words.role}>
            ${(["listen", "coach"] as const).map((role) => html`<button class="button small" type="button" aria-pressed=${self.role === role ? "true" : "false"}
              @click=${() => self.role !== role && void store.listen(card.id, role)}>${words[role]}</button>`)}</span>`
        : nothing}
      ${store.snapshot?.live ? html`<button class="button small" type="button" @click=${() => store.take(card.id)}>${floor.take}</button>` : nothing}
      <button class="button small" type="button" @click=${() => store.leave(card.id)}>${floor.leave}</button></div>`;
  }

  private mine(self: Helper, words: LiveWords): string {
    if (!self.joined) return this.spoken ? words.yourPhoneRings : words.youAreAsked(this.card.agent_name ?? "");
    if (self.role === "three_way") return this.spoken ? words.youAreIn : words.youAreInChat;
    return { consult: words.youAdvise, listen: words.youListen, coach: words.youCoach }[self.role];
  }

  private toggle(name: string, key: string, on: boolean, set: (on: boolean) => void): TemplateResult {
    return html`<button class="button small" type="button" title="${name} (${key})" aria-keyshortcuts="${key} Alt+${key}" aria-pressed=${on ? "true" : "false"} @click=${() => set(!on)}>${name}</button>`;
  }

  private button(name: string, key: string, run: () => void): TemplateResult {
    return html`<button class="button small" type="button" title="${name} (${key})" aria-keyshortcuts="${key} Alt+${key}" @click=${run}>${name}</button>`;
  }

  private act(name: string, long: string, run: () => void): TemplateResult {
    return html`<button class="button small" type="button" title=${long} aria-label="${name}: ${long}" @click=${run}>${name}</button>`;
  }

  private pass(way: string): void {
    this.dispatchEvent(new CustomEvent("passon", { detail: { card: this.card, way }, bubbles: true, composed: true }));
  }
}
