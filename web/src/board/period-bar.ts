// Which days and which slice are looked at: presets, two dates, and one value of one slice.
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { dayPlus } from "../staff/format";
import { Language } from "../ui/i18n";
import { house } from "../ui/styles";
import { inOrder } from "./compare";
import { rowName } from "./compare-words";
import { type Breakdown, type Catalogue, insight, type Period } from "./insight";
import { insightStyles } from "./insight-styles";
import { insightWords, sliceName } from "./insight-words";

const PRESETS = [7, 28, 90] as const;

@customElement("fd-period")
export class FdPeriod extends LitElement {
  static override styles = [
    ...house,
    insightStyles,
    css`
      .presets {
        display: flex;
        flex-wrap: wrap;
        gap: var(--fd-s1);
      }
      .button[aria-pressed="true"] {
        background: var(--fd-pine-soft);
        border-color: var(--fd-pine);
        color: var(--fd-pine-ink);
      }
    `,
  ];

  @property({ attribute: false }) period: Period | null = null;
  @property({ attribute: false }) catalogue: Catalogue | null = null;
  @property() today = "";
  /** Whether one slice may be chosen here. */
  @property({ type: Boolean }) sliced = false;
  @state() private values: Breakdown["rows"] = [];
  private readonly language = new Language(this);
  private known = "";

  protected override willUpdate(_: PropertyValues): void {
    const { period } = this;
    if (!period || period.slice === "all" || !this.sliced) return;
    const key = `${period.slice} ${period.from} ${period.to}`;
    if (key === this.known) return;
    this.known = key;
    void insight.breakdown(period, period.slice, "self_service").then((found) => {
      if (key !== this.known) return; // an answer to what was asked before
      this.values = inOrder(found);
      const [first] = found.rows;
      if (this.period && first && !found.rows.some(({ value }) => value === this.period?.value)) this.choose({ value: first.value });
    }, () => undefined);
  }

  protected override render() {
    const words = insightWords(this.language.now);
    const { period } = this;
    if (!period) return nothing;
    const days = (n: number): boolean => period.to === this.today && period.from === dayPlus(this.today, 1 - n);
    return html`<div class="fields no-print">
      <div class="presets" role="group" aria-label=${words.period}>
        ${PRESETS.map((n) => html`<button class="button" aria-pressed=${days(n) ? "true" : "false"}
          @click=${() => this.choose({ from: dayPlus(this.today, 1 - n), to: this.today })}>${words.lastDays(n)}</button>`)}
      </div>
      <label>${words.from}<input class="input" type="date" .value=${period.from} max=${period.to}
        @change=${(event: Event) => this.day("from", event)} /></label>
      <label>${words.to}<input class="input" type="date" .value=${period.to} min=${period.from} max=${this.today}
        @change=${(event: Event) => this.day("to", event)} /></label>
      ${this.sliced ? this.slices(period) : nothing}
    </div>`;
  }

  private slices(period: Period) {
    const words = insightWords(this.language.now);
    const lang = this.language.now;
    return html`<label>${words.slice}<select class="input" @change=${(event: Event) => {
        const slice = (event.target as HTMLSelectElement).value;
        this.values = [];
        this.known = "";
        this.choose({ slice, value: "all" });
      }}>${(this.catalogue?.slices ?? ["all"]).map(
        (slice) => html`<option value=${slice} ?selected=${slice === period.slice}>${sliceName(slice, lang)}</option>`)}</select></label>
      ${period.slice === "all" ? nothing : html`<label>${words.value}<select class="input"
        @change=${(event: Event) => this.choose({ value: (event.target as HTMLSelectElement).value })}>
        ${this.values.map((row) => html`<option value=${row.value} ?selected=${row.value === period.value}>${rowName(period.slice, row, lang)}</option>`)}</select></label>`}`;
  }

  private day(which: "from" | "to", event: Event): void {
    const day = (event.target as HTMLInputElement).value;
    if (/^\d{4}-\d\d-\d\d$/.test(day)) this.choose({ [which]: day });
  }

  private choose(change: Partial<Period>): void {
    if (!this.period) return;
    const detail = { ...this.period, ...change };
    this.dispatchEvent(new CustomEvent<Period>("chosen", { detail, bubbles: true, composed: true }));
  }
}
