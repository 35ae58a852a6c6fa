// Doing something for the customer without leaving: choose a task, fill what is missing, ask the customer, do it, tell them.
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { api } from "../api/client";
import type { Card, DeskTask, TaskDone, TaskFact } from "../api/types";
import { label, sentence } from "../staff/words";
import "../ui/dialog";
import type { FdDialog } from "../ui/dialog";
import { htmlLang, Language } from "../ui/i18n";
import { house } from "../ui/styles";
import { moreWords, type MoreWords } from "./more-words";

const TYPES: Readonly<Record<string, string>> = { date: "date", digits: "text", money: "text", text: "text", yes_no: "text", phone: "tel" };

@customElement("fd-action")
export class FdAction extends LitElement {
  static override styles = [
    ...house,
    css`
      form,
      .done {
        display: grid;
        gap: var(--fd-s3);
      }
      .agreed {
        display: flex;
        gap: var(--fd-s2);
        align-items: start;
        font-size: var(--fd-text-sm);
      }
      .agreed input {
        width: 1.15rem;
        height: 1.15rem;
        margin-top: 0.15rem;
        accent-color: var(--fd-pine);
      }
      blockquote {
        margin: 0;
        padding: var(--fd-s3);
        border-left: 3px solid var(--fd-brass);
        background: var(--fd-brass-soft);
      }
    `,
  ];

  @property({ attribute: false }) card: Card | null = null;
  @state() private tasks: readonly DeskTask[] = [];
  @state() private chosen = "";
  @state() private filled: Record<string, string> = {};
  @state() private agreed = false;
  @state() private busy = false;
  @state() private problem = "";
  /** What would be done, to be asked of the customer; then what was. */
  @state() private question: TaskDone | null = null;
  @state() private done: TaskDone | null = null;
  @query("fd-dialog") private dialog!: FdDialog;
  private readonly language = new Language(this);

  /** For an order, or none; with a task, that one is chosen. */
  async show(order: string, task = ""): Promise<void> {
    if (!this.card) return;
    Object.assign(this, { done: null, question: null, problem: "", agreed: false, chosen: "", tasks: [], filled: order ? { order_number: order } : {} });
    this.dialog.show();
    try {
      const listed = await api.tasks(this.card.id);
      this.tasks = listed.tasks;
      this.chosen = (listed.tasks.find((one) => one.task === task) ?? listed.tasks[0])?.task ?? "";
      if (!listed.verified) this.problem = moreWords(this.language.now).customerUnverified;
    } catch (error) {
      this.problem = sentence(error, this.language.now);
    }
  }

  protected override render() {
    const words = moreWords(this.language.now);
    return html`<fd-dialog heading=${this.done ? (this.question ? words.doneHeading : words.answerHeading) : words.actHeading}>
      ${this.done ? this.result(this.done, words) : this.question ? this.asking(this.question, words) : this.form(words)}
    </fd-dialog>`;
  }

  private form(words: MoreWords) {
    const lang = this.language.now;
    const task = this.tasks.find((one) => one.task === this.chosen);
    return html`<form id="form" @submit=${this.run}>
        <div class="field">
          <label for="task">${words.what}</label>
          <select id="task" class="input" .value=${this.chosen} @change=${(event: Event) => (this.chosen = (event.target as HTMLSelectElement).value)}>
            ${this.tasks.map((one) => html`<option value=${one.task} ?selected=${one.task === this.chosen}>${label("task", one.task, lang)}</option>`)}
          </select>
        </div>
        ${task ? [...task.needs.map((fact) => this.field(fact, true)), ...task.may_use.map((fact) => this.field(fact, false))] : nothing}
        <p class="problem" role="alert">${this.problem}</p>
      </form>
      <button slot="actions" type="button" class="button quiet" @click=${() => this.dialog.close()}>${words.cancel}</button>
      <button slot="actions" class="button primary" type="button" ?disabled=${this.busy || !task} @click=${this.run}>${this.busy ? words.doing : words.goOn}</button>`;
  }

  private asking(question: TaskDone, words: MoreWords) {
    const lang = this.language.now;
    const sure = this.agreed;
    return html`<div class="done">
        <p>${words.askThis}</p>
        <blockquote lang=${htmlLang(this.card?.lang ?? lang)}>${question.words || label("task", question.task, lang)}</blockquote>
        <label class="agreed"><input type="checkbox" .checked=${sure} @change=${(event: Event) => (this.agreed = (event.target as HTMLInputElement).checked)} />${words.agreed}</label>
        <p class="problem" role="alert">${this.problem}</p>
      </div>
      <button slot="actions" type="button" class="button quiet" @click=${() => (this.question = null)}>${words.back}</button>
      ${this.writes && question.words ? html`<button slot="actions" type="button" class="button" @click=${() => this.tell(question.words)}>${words.tell}</button>` : nothing}
      <button slot="actions" class="button primary" type="button" ?disabled=${this.busy} @click=${this.run}>${this.busy ? words.doing : words.doIt}</button>`;
  }

  /** Whether the agent writes to the customer now. */
  private get writes(): boolean {
    return this.card?.channel === "chat" && this.card.status === "connected";
  }

  private tell(words: string): void {
    this.dialog.close();
    this.dispatchEvent(new CustomEvent("tell", { detail: words, bubbles: true, composed: true }));
  }

  private field(fact: TaskFact, needed: boolean) {
    const lang = this.language.now;
    const value = this.filled[fact.fact] ?? fact.known ?? "";
    const id = `fact-${fact.fact}`;
    return html`<div class="field">
      <label for=${id}>${label("fact", fact.fact, lang)}${needed ? nothing : html` <span class="hint">(${moreWords(lang).optional})</span>`}</label>
      <input id=${id} class="input" type=${TYPES[fact.form] ?? "text"} .value=${value} ?required=${needed} maxlength="400"
        @input=${(event: Event) => (this.filled = { ...this.filled, [fact.fact]: (event.target as HTMLInputElement).value })} />
    </div>`;
  }

  private result(done: TaskDone, words: MoreWords) {
    const lang = this.language.now;
    return html`<div class="done">
        <p><strong>${label("task", done.task, lang)}</strong>: ${label("task_outcome", done.outcome, lang)}</p>
        <blockquote lang=${htmlLang(this.card?.lang ?? lang)}>${done.words}</blockquote>
      </div>
      <button slot="actions" class="button quiet" @click=${() => this.dialog.close()}>${words.close}</button>
      ${this.writes && done.words ? html`<button slot="actions" class="button primary" @click=${() => this.tell(done.words)}>${words.tell}</button>` : nothing}`;
  }

  private readonly run = async (event: Event): Promise<void> => {
    event.preventDefault();
    const words = moreWords(this.language.now);
    const task = this.tasks.find((one) => one.task === this.chosen);
    if (!this.card || !task || this.busy) return;
    const facts = Object.fromEntries([...task.needs, ...task.may_use].map((fact) => [fact.fact, this.filled[fact.fact] ?? fact.known ?? ""]));
    const missing = task.needs.find((fact) => !facts[fact.fact]);
    this.problem = missing ? words.stillNeeded(label("fact", missing.fact, this.language.now)) : this.question && !this.agreed ? words.askFirst : "";
    if (this.problem) return;
    this.busy = true;
    try {
      const said = await api.runTask(this.card.id, task.task, facts, this.question !== null);
      if (!this.question && said.outcome === "confirm") this.question = said;
      else this.done = said;
      if (this.done) this.dispatchEvent(new CustomEvent("acted", { detail: this.done, bubbles: true, composed: true }));
    } catch (error) {
      this.problem = (this.language.now === "en" && error instanceof Error && error.message) || sentence(error, this.language.now);
    } finally {
      this.busy = false;
    }
  };
}
