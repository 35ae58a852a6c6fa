// Where effort arises: every value of a slice against all other sessions, in a sentence and in a table.
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { amount, between, change } from "./amount";
import { compareWords, rowName } from "./compare-words";
import { download } from "./csv";
import { standsOut, strongest } from "./hardest";
import { causeName, causeView, hardestWords } from "./hardest-words";
import { type Hardest, type HardestRow, insight, type Period } from "./insight";
import { insightWords, type InsightWords, pointName, sliceName } from "./insight-words";
import { InsightView } from "./view";

@customElement("fd-hardest")
export class FdHardest extends InsightView<Hardest> {
  static override styles = [
    ...super.styles,
    css`
      tbody th {
        min-width: 9rem;
      }
      p + .quiet {
        margin-top: var(--fd-s2);
      }
    `,
  ];

  @state() private by = "intent";

  protected load(period: Period): Promise<Hardest> {
    return insight.hardest(period, this.by);
  }

  protected show(data: Hardest, words: InsightWords): TemplateResult {
    const lang = this.language.now;
    const own = hardestWords(lang);
    return html`<section class="card"><div class="title"><h2>${own.title}</h2>
        <div class="fields no-print"><label>${words.by}<select class="input" @change=${this.split}>${(this.catalogue?.slices ?? [])
          .filter((slice) => slice !== "all" && slice !== "agent")
          .map((slice) => html`<option value=${slice} ?selected=${slice === this.by}>${sliceName(slice, lang)}</option>`)}</select></label></div></div>
      ${data.rows.length === 0 ? html`<p class="quiet">${words.nothing}</p>` : html`${this.told(data)}<p class="quiet">${own.lead}</p>${this.table(data, words)}`}</section>`;
  }

  private told(data: Hardest) {
    const lang = this.language.now;
    const own = hardestWords(lang);
    const found = standsOut(data);
    if (!found) return html`<p>${own.none}</p>`;
    const { row, cause } = found;
    const said = own.most(rowName(data.by, row, lang), amount(row.index.value, "points", lang), amount(row.elsewhere.value, "points", lang));
    const weight = own.weight(amount(row.part, "share", lang), amount(row.sessions / Math.max(1, data.sessions), "share", lang));
    return html`<p><strong>${said}</strong> ${weight}
      ${cause ? html`${own.cause(pointName(cause.what, lang).toLowerCase(), points(cause.points), points(cause.elsewhere))} ${this.look(cause.what)}` : nothing}</p>`;
  }

  private look(what: string) {
    const view = causeView(what);
    const { period } = this;
    const where = new URLSearchParams({ view, ...(period ? { from: period.from, to: period.to } : {}) });
    return html`<a class="no-print" href="?${where.toString()}">${hardestWords(this.language.now).look(insightWords(this.language.now)[view])}</a>`;
  }

  private table(data: Hardest, words: InsightWords) {
    const lang = this.language.now;
    const own = hardestWords(lang);
    const causes = data.rows[0]?.causes.map((one) => one.what) ?? [];
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${own.title}><table>
      <thead><tr><th scope="col">${sliceName(data.by, lang)}</th><th scope="col" class="num">${words.sessions}</th><th scope="col" class="num">${own.index}</th>
        <th scope="col" class="num">${own.gap}</th><th scope="col" class="num">${own.part}</th>${causes.map((what) => html`<th scope="col" class="num" title=${pointName(what, lang)}>${causeName(what, lang)}</th>`)}</tr></thead>
      <tbody>${data.rows.map((row) => this.row(data.by, row))}</tbody></table></div>
      <button class="button small no-print" @click=${() => download(`effort-by-${data.by}`, [
        [data.by, "sessions", "index", "low", "high", "elsewhere", "gap", "gap_low", "gap_high", "sure", "part", ...causes],
        ...data.rows.map((row) => [row.value, row.sessions, row.index.value, row.index.low, row.index.high, row.elsewhere.value, row.gap.value, row.gap.low, row.gap.high, String(row.gap.sure), row.part, ...row.causes.map((one) => one.points)]),
      ])}>${words.download}</button>`;
  }

  private row(by: string, row: HardestRow) {
    const lang = this.language.now;
    const most = strongest(row);
    return html`<tr><th scope="row">${rowName(by, row, lang)}</th><td class="num">${row.sessions.toLocaleString()}</td>
      <td class="num">${amount(row.index.value, "points", lang)}<small>${between(row.index, "points", lang)}</small></td>
      <td class="num">${change(row.gap.value, "points", lang)}${this.verdict(row)}</td>
      <td class="num">${amount(row.part, "share", lang)}</td>
      ${row.causes.map((one) => html`<td class="num">${one === most ? html`<strong>${points(one.points)}</strong>` : points(one.points)}</td>`)}</tr>`;
  }

  private verdict(row: HardestRow) {
    const words = hardestWords(this.language.now);
    if (row.gap.value === null) return nothing;
    if (!row.gap.sure) return html`<small>${compareWords(this.language.now).chance}</small>`;
    return html`<small>${row.gap.value > 0 ? words.harder : words.easier}</small>`;
  }

  private readonly split = (event: Event): void => {
    this.by = (event.target as HTMLSelectElement).value;
    void this.reload();
  };
}

const points = (value: number | null): string => (value === null ? "–" : value.toFixed(2));
