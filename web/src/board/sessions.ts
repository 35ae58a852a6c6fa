// The day's sessions as a table: sorted by its heads, filtered, walked with the arrow keys; a row opens its story.
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { BoardSession } from "../api/types";
import { clock, duration, moment } from "../staff/format";
import { label } from "../staff/words";
import { Language } from "../ui/i18n";
import { icon } from "../ui/icons";
import { house } from "../ui/styles";
import { outcomeName, patterns, swatch } from "./outcomes";
import { type Cell, download } from "./csv";
import { insight } from "./insight";
import { filtered, type Filters, NO_FILTERS, sorted, type SortKey, type Sorting, values, withPerson } from "./rows";
import { sessionsStyles } from "./sessions-styles";
import { dayIn } from "./times";
import { boardWords, type BoardWords } from "./words";

const PAGE = 50;
const COLUMNS: readonly SortKey[] = ["started", "channel", "language", "goal", "outcome", "handoff", "effort", "length", "human"];
const NUMBERS: ReadonlySet<SortKey> = new Set(["effort", "length", "human"]);
const WORST_FIRST: ReadonlySet<SortKey> = new Set(["started", "length", "human"]);

@customElement("fd-sessions")
export class FdSessions extends LitElement {
  static override styles = [...house, sessionsStyles];

  @property({ attribute: false }) rows: readonly BoardSession[] = [];
  @property() tz = "UTC";
  /** The day whose newest sessions the rows are, and how many it has; older ones are asked for when they are wanted. */
  @property() day = "";
  @property({ type: Number }) total = 0;
  @state() private older: readonly BoardSession[] = [];
  @state() private failed = false;
  @state() private sorting: Sorting = { key: "started", down: true };
  @state() private filters: Filters = NO_FILTERS;
  @state() private limit = PAGE;
  private readonly language = new Language(this);

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("beforeprint", this.showAll);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("beforeprint", this.showAll);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("day")) this.older = [];
  }

  /** Those that came, newest first; a session may have moved from one page to the other meanwhile. */
  private get known(): BoardSession[] {
    const newest = new Set(this.rows.map((row) => row.id));
    return [...this.rows, ...this.older.filter((row) => !newest.has(row.id))];
  }

  private readonly askOlder = async (): Promise<void> => {
    const last = this.known.at(-1);
    if (!last) return;
    const period = { from: this.day, to: this.day, slice: "all", value: "" };
    try {
      const found = await insight.sessions(period, { after: `${last.started_at}~${last.id}` });
      this.older = [...this.older, ...found.sessions];
      this.limit += found.sessions.length;
      this.failed = false;
    } catch {
      this.failed = true;
    }
  };

  /** Paper has no "show more". */
  private readonly showAll = (): void => {
    this.limit = Number.POSITIVE_INFINITY;
    this.performUpdate();
  };

  protected override render() {
    const words = boardWords(this.language.now);
    const { known } = this;
    const fitting = sorted(filtered(known, this.filters), this.sorting);
    const total = Math.max(this.total, known.length);
    const shown = fitting.slice(0, this.limit);
    const manyDays = new Set(fitting.map((row) => dayIn(row.started_at, this.tz))).size > 1;
    return html`
      <div class="head">
        <h2 id="heading">${words.sessions}</h2>
        <p class="count tabular" role="status">${words.shown(fitting.length, total)}</p>
        <div class="filters">${this.pickers(words)}</div>
      </div>
      <p class="hint">${words.sortHint}</p>
      <div class="wide" tabindex="0" role="region" aria-labelledby="heading">
        <table @keydown=${this.walk}>
          <thead><tr>${COLUMNS.map((key) => this.columnHead(key, words))}</tr></thead>
          <tbody>${repeat(shown, (row) => row.id, (row) => this.row(row, words, manyDays))}</tbody>
        </table>
      </div>
      ${fitting.length === 0 ? html`<p class="no-match">${words.noneMatch}</p>` : nothing}
      ${fitting.length > shown.length
        ? html`<button class="button" @click=${() => (this.limit += PAGE)}>${words.more(Math.min(PAGE, fitting.length - shown.length))}</button>`
        : this.day && known.length < total
          ? html`<button class="button no-print" @click=${this.askOlder}>${words.older(total - known.length)}</button>`
          : nothing}
      ${this.failed ? html`<p role="alert">${words.olderFailed}</p>` : nothing}
      <button class="button small no-print" @click=${() => download("sessions", sessionCells(fitting))}>${words.download}</button>
    `;
  }

  private pickers(words: BoardWords) {
    const lang = this.language.now;
    const any = this.filters.outcome || this.filters.channel || this.filters.lang;
    return html`
      ${this.picker("outcome", words.filterOutcome, (one) => outcomeName(one, lang), words)}
      ${this.picker("channel", words.filterChannel, (one) => label("channel", one, lang), words)}
      ${this.picker("lang", words.filterLang, (one) => label("lang", one, lang), words)}
      ${any ? html`<button class="button small" @click=${() => (this.filters = NO_FILTERS)}>${words.clearFilters}</button>` : nothing}
    `;
  }

  private picker(field: keyof Filters, name: string, text: (one: string) => string, words: BoardWords) {
    const choose = (event: Event): void => {
      this.filters = { ...this.filters, [field]: (event.target as HTMLSelectElement).value };
    };
    const chosen = this.filters[field];
    return html`<label><span>${name}</span>
      <select class="input" @change=${choose}>
        <option value="" .selected=${chosen === ""}>${words.all}</option>
        ${values(this.known, field).map((one) => html`<option value=${one} .selected=${one === chosen}>${text(one)}</option>`)}
      </select></label>`;
  }

  private columnHead(key: SortKey, words: BoardWords) {
    const here = this.sorting.key === key;
    const direction = !here ? "none" : this.sorting.down ? "descending" : "ascending";
    return html`<th scope="col" aria-sort=${direction} class=${NUMBERS.has(key) ? "right" : ""}>
      <button @click=${() => this.sortBy(key)}>${words[key]}<span class="sort ${direction}">${icon("down", 14)}</span></button>
    </th>`;
  }

  private sortBy(key: SortKey): void {
    const down = this.sorting.key === key ? !this.sorting.down : WORST_FIRST.has(key);
    this.sorting = { key, down };
  }

  private row(row: BoardSession, words: BoardWords, manyDays: boolean) {
    const lang = this.language.now;
    const started = manyDays ? moment(row.started_at, lang, this.tz) : clock(row.started_at, lang, { tz: this.tz });
    return html`<tr @click=${() => this.open(row.id)}>
      <td data-name=${words.started}><button class="open tabular" data-session=${row.id} aria-label=${words.openStory(started)}
        @click=${(event: Event) => (event.stopPropagation(), this.open(row.id))}>${started}</button></td>
      <td data-name=${words.channel}><span class="with">${icon(row.channel === "voice" ? "phone" : "chat", 15)}${label("channel", row.channel, lang)}</span></td>
      <td data-name=${words.language}>${label("lang", row.lang, lang)}</td>
      <td data-name=${words.goal} class=${row.goal ? "" : "blank"}>${label("goal", row.goal, lang) || dash}</td>
      <td data-name=${words.outcome} class="outcome"><span class="with">
        <svg width="16" height="16" aria-hidden="true">${patterns(`s-${row.outcome}`)}${swatch(row.outcome, `s-${row.outcome}`)}</svg>
        ${outcomeName(row.outcome, lang)}</span></td>
      <td data-name=${words.handoff} class=${row.handoff_reason ? "" : "blank"}>${label("reason", row.handoff_reason, lang) || dash}</td>
      <td data-name=${words.effort} class="right tabular named">${this.effort(row, words)}</td>
      <td data-name=${words.length} class="right tabular named">${duration(row.seconds, lang)}</td>
      <td data-name=${words.human} class="right tabular named ${withPerson(row, words, lang) ? "" : "blank"}">${withPerson(row, words, lang) || dash}</td>
    </tr>`;
  }

  private effort(row: BoardSession, words: BoardWords) {
    if (row.effort.score !== null) return words.scoreOf(row.effort.score);
    return html`<span class="quiet">${row.effort.asked ? words.noAnswer : words.notAsked}</span>`;
  }

  private open(session: string): void {
    this.dispatchEvent(new CustomEvent("story", { detail: session, bubbles: true, composed: true }));
  }

  /** Puts the focus back on a session's row, after its story was closed. */
  focusRow(session: string): void {
    this.buttons().find((button) => button.dataset["session"] === session)?.focus();
  }

  private readonly walk = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const buttons = this.buttons();
    const here = buttons.indexOf(event.target as HTMLButtonElement);
    if (by === undefined || here < 0) return;
    event.preventDefault();
    buttons[Math.min(buttons.length - 1, Math.max(0, here + by))]?.focus();
  };

  private buttons(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLButtonElement>("button.open")];
  }
}

const dash = html`<span class="quiet" aria-hidden="true">–</span>`;

/** The sessions shown as cells. */
function sessionCells(rows: readonly BoardSession[]): Cell[][] {
  const lines = rows.map((row): Cell[] => [
    row.id,
    new Date(1000 * row.started_at).toISOString(),
    row.channel,
    row.lang,
    row.goal,
    row.outcome,
    row.handoff_reason,
    row.effort.score,
    row.seconds,
    row.human_s,
  ]);
  return [["session", "started_at", "channel", "lang", "goal", "outcome", "handoff_reason", "effort_score", "seconds", "human_s"], ...lines];
}
