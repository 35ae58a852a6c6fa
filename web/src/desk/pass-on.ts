// Passing a customer on: to a colleague, to a queue, back to the bot; or asking a colleague for advice or into the talk.
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Card, Colleague } from "../api/types";
import { label } from "../staff/words";
import "../ui/dialog";
import type { FdDialog } from "../ui/dialog";
import { Language } from "../ui/i18n";
import { house } from "../ui/styles";
import { floorWords, type FloorWords } from "./floor-words";
import type { DeskStore } from "./store";

export type Way = "agent" | "queue" | "message" | "bot" | "consult" | "three_way";

@customElement("fd-pass-on")
export class FdPassOn extends LitElement {
  static override styles = [
    ...house,
    css`
      .form,
      fieldset {
        display: grid;
        gap: var(--fd-s3);
      }
      fieldset {
        gap: var(--fd-s1);
        margin: 0;
        padding: 0;
        border: 0;
      }
      fieldset label {
        display: flex;
        gap: var(--fd-s2);
        align-items: center;
        min-height: 2rem;
        font-size: var(--fd-text-sm);
      }
      input[type="radio"] {
        width: 1.1rem;
        height: 1.1rem;
        accent-color: var(--fd-pine);
      }
    `,
  ];

  @property({ attribute: false }) store!: DeskStore;
  @property({ type: Number }) version = 0;
  @state() private card: Card | null = null;
  @state() private way: Way = "agent";
  @query("fd-dialog") private dialog!: FdDialog;
  private readonly language = new Language(this);

  show(card: Card, way: Way = "agent"): void {
    this.card = card;
    this.way = way === "agent" && !this.colleagues().length ? "queue" : way;
    this.dialog.show();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>("input:checked")?.focus());
  }

  protected override render() {
    const words = floorWords(this.language.now);
    const mine = this.card?.agent === this.store.snapshot?.me.id;
    const ways: readonly [Way, string][] = [["agent", words.toAgent], ["queue", words.toQueue], ["message", words.toMessage], ["bot", words.toBot], ["consult", words.consult], ["three_way", words.threeWay]];
    return html`<fd-dialog heading=${this.asks ? words.askHeading : words.passHeading}>
      <form id="pass" class="form" @submit=${this.go} @keydown=${this.key}>
        <fieldset>
          <legend class="visually-hidden">${words.to}</legend>
          ${ways.filter(([way]) => mine || way === "agent" || way === "queue").map(([way, name]) => html`<label>
            <input type="radio" name="way" .checked=${way === this.way} @change=${() => (this.way = way)} />${name}</label>`)}
        </fieldset>
        ${this.target(words)}
        ${this.lead(words)}
        ${this.asks ? nothing : html`<div class="field"><label for="note">${words.note}</label>
          <textarea id="note" class="input" rows="2" maxlength="1000"></textarea></div>`}
      </form>
      <button slot="actions" type="button" class="button quiet" @click=${() => this.dialog.close()}>${words.cancel}</button>
      <button slot="actions" type="submit" form="pass" class="button primary" ?disabled=${this.lacksTarget}>${this.asks ? words.ask : words.passNow}</button>
    </fd-dialog>`;
  }

  /** A colleague is asked in; the customer stays with the agent. */
  private get asks(): boolean {
    return this.way === "consult" || this.way === "three_way";
  }

  /** Somebody is to be chosen, and there is nobody to choose. */
  private get lacksTarget(): boolean {
    if (this.way === "bot" || this.way === "message") return false;
    return this.way === "queue" ? !this.store.snapshot?.queues.length : !this.colleagues().length;
  }

  private lead(words: FloorWords) {
    const spoken = this.card?.channel === "voice";
    const leads: Partial<Record<Way, string>> = {
      message: words.messageLead, bot: words.botLead, consult: spoken ? words.consultCall : words.consultLead, three_way: spoken ? words.threeWayCall : words.threeWayLead,
    };
    return leads[this.way] ? html`<p class="hint">${leads[this.way]}</p>` : nothing;
  }

  private target(words: FloorWords) {
    const lang = this.language.now;
    if (this.way === "bot" || this.way === "message") return nothing;
    if (this.way === "queue") {
      return html`<div class="field"><label for="target">${words.whichQueue}</label>
        <select id="target" class="input">${(this.store.snapshot?.queues ?? []).map((one) => html`<option value=${one.name}>${label("queue", one.name, lang)} · ${words.free(one.ready)}</option>`)}</select></div>`;
    }
    const there = this.colleagues();
    if (!there.length) return html`<p class="hint" role="status">${words.nobody}</p>`;
    return html`<div class="field"><label for="target">${words.whom}</label>
      <select id="target" class="input">${there.map((one) => html`<option value=${one.id}>${one.name} · ${label("doing", one.doing ?? one.status, lang)}</option>`)}</select></div>`;
  }

  private colleagues(): Colleague[] {
    const me = this.store.snapshot?.me.id;
    return (this.store.snapshot?.agents ?? []).filter((one) => one.id !== this.card?.agent && (one.id !== me || this.card?.agent !== me) && one.status !== "offline");
  }

  private readonly key = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.go(event);
  };

  private readonly go = (event: Event): void => {
    event.preventDefault();
    const target = this.renderRoot.querySelector<HTMLSelectElement>("#target")?.value ?? "";
    const note = this.renderRoot.querySelector<HTMLTextAreaElement>("#note")?.value.trim() ?? "";
    const card = this.card;
    if (!card || (this.way !== "bot" && this.way !== "message" && !target)) return;
    this.dialog.close();
    if (this.way === "message") return void this.store.toMessage(card.id, note);
    if (this.way === "bot") void this.store.toBot(card.id, note);
    else if (this.way === "agent") void this.store.move(card.id, { agent: target, note });
    else if (this.way === "queue") void this.store.move(card.id, { queue: target, note });
    else void this.store.askIn(card.id, target, this.way);
  };
}
