// The trend: targets missed in sentences, one figure day by day with its interval, its breakdown, and all figures in a table.
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { alertList } from "./alerts";
import { amount, between } from "./amount";
import "./chart";
import type { Plot, Series } from "./chart";
import { rowName } from "./compare-words";
import { type Cell, download } from "./csv";
import "./incidents";
import { breakdownCells, figureTable } from "./figure-table";
import { type Alerts, type Breakdown, type Figure, insight, type Named, type Period, type Totals, type Trend } from "./insight";
import { type InsightWords, sliceName } from "./insight-words";
import { tiles, tileStyles } from "./tiles";
import { InsightView } from "./view";

interface Data {
  totals: Totals;
  trend: Trend;
  alerts: Alerts;
  parts: Breakdown;
}

@customElement("fd-trend-view")
export class FdTrendView extends InsightView<Data> {
  static override styles = [...super.styles, tileStyles];

  @state() private chosen = "self_service";
  @state() private by = "intent";

  protected async load(period: Period): Promise<Data> {
    const wanted = this.chosen === "self_service" ? "self_service,containment" : this.chosen;
    const [totals, trend, alerts, parts] = await Promise.all([
      insight.figures(period),
      insight.trend(period, wanted),
      insight.alerts(period),
      insight.breakdown(period, this.by, this.chosen),
    ]);
    return { totals, trend, alerts, parts };
  }

  protected show(data: Data, words: InsightWords): TemplateResult {
    const named = this.named(this.chosen);
    if (!named || !this.catalogue) return html``;
    const lang = this.language.now;
    return html`
      <section class="alerts" aria-label=${words.targetsMissed}>${alertList(data.alerts.alerts, data.totals.figures, words, lang)}</section>
      ${tiles(this.catalogue, data.totals.figures, words, lang)}
      <section class="card">
        <div class="title"><h2>${words.chosen(named[lang])}</h2>${this.headline(data.totals.figures[this.chosen], named, words)}</div>
        ${data.trend.points.length === 0 ? html`<p class="quiet">${words.nothing}</p>` : html`<fd-chart .plot=${this.plot(data.trend, named, words)}></fd-chart>`}
        <p class="quiet">${named.meaning[lang]} ${named.windowed ? words.provisionalNote(this.catalogue.window_days) : nothing}</p>
        <fd-incidents .notes=${data.trend.notes} tz=${data.trend.tz} @marked=${() => void this.reload()}></fd-incidents>
        <button class="button small" @click=${() => download(`${this.chosen}-by-day`, this.days(data.trend))}>${words.download}</button>
      </section>
      <section class="card">
        <div class="title"><h2>${words.breakdown(named[lang], sliceName(this.by, lang))}</h2>
          <div class="fields no-print"><label>${words.by}<select class="input" @change=${this.split}>${this.catalogue.slices
            .filter((slice) => slice !== "all")
            .map((slice) => html`<option value=${slice} ?selected=${slice === this.by}>${sliceName(slice, lang)}</option>`)}</select></label></div></div>
        ${this.parts(data.parts, named, words)}
      </section>
      <section class="card">
        <div class="title"><h2>${words.figures}</h2></div>
        <p class="quiet">${words.figuresLead}</p>
        ${figureTable({ catalogue: this.catalogue, figures: data.totals.figures, words, lang, file: `figures-${data.totals.from}-${data.totals.to}`, chosen: this.chosen, choose: this.choose })}
      </section>`;
  }

  private headline(figure: Figure | undefined, named: Named, words: InsightWords) {
    if (!figure) return nothing;
    const range = between(figure, named.unit, this.language.now);
    return html`<p class="tabular"><strong>${amount(figure.value, named.unit, this.language.now)}</strong>
      <span class="quiet">${range ? `${range} · ` : ""}n = ${figure.n.toLocaleString()} · ${words[figure.state]} · ${figure.formula}</span></p>`;
  }

  private plot(trend: Trend, named: Named, words: InsightWords): Plot {
    const of = (id: string) => trend.points.map((point) => point.figures[id]);
    const own = of(this.chosen);
    const series: Series[] = [
      {
        label: named[this.language.now],
        values: own.map((f) => f?.value ?? null),
        low: own.map((f) => f?.low ?? null),
        high: own.map((f) => f?.high ?? null),
        tone: "pine",
      },
    ];
    if (named.windowed) series.push({ label: words.observed, values: own.map((f) => f?.observed ?? null), tone: "ink", dashed: true });
    if (this.chosen === "self_service") series.push({ label: words.naive, values: of("containment").map((f) => f?.value ?? null), tone: "brass", dashed: true });
    return {
      x: trend.points.map((point) => point.start),
      time: true,
      unit: named.unit,
      series,
      target: named.target,
      notes: trend.notes,
      tz: trend.tz,
      label: words.chosen(named[this.language.now]),
    };
  }

  private days(trend: Trend): Cell[][] {
    const rows = trend.points.map((point): Cell[] => {
      const figure = point.figures[this.chosen];
      return [point.day, figure?.value ?? null, figure?.low ?? null, figure?.high ?? null, figure?.n ?? 0, figure?.state ?? "", point.sessions];
    });
    return [["day", this.chosen, "low", "high", "n", "state", "sessions"], ...rows];
  }

  private parts(parts: Breakdown, named: Named, words: InsightWords) {
    const lang = this.language.now;
    if (parts.rows.length === 0) return html`<p class="quiet">${words.nothing}</p>`;
    const most = Math.max(...parts.rows.map((row) => row.figures[this.chosen]?.value ?? 0), 0.0001);
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${words.breakdown(named[lang], sliceName(this.by, lang))}><table>
      <thead><tr><th scope="col">${sliceName(this.by, lang)}</th><th scope="col" class="num">${words.sessions}</th><th scope="col" class="num">${named[lang]}</th>
        <th scope="col" class="num">${words.interval}</th><th scope="col" class="num">n</th><th scope="col"><span class="visually-hidden">${words.valueHead}</span></th></tr></thead>
      <tbody>${parts.rows.map((row) => {
        const figure = row.figures[this.chosen];
        const wide = Math.max(0, Math.min(100, (100 * (figure?.value ?? 0)) / most));
        return html`<tr><th scope="row">${rowName(this.by, row, lang)}</th><td class="num">${row.sessions.toLocaleString()}</td>
          <td class="num">${amount(figure?.value, named.unit, lang)}</td><td class="num">${figure ? between(figure, named.unit, lang) : ""}</td>
          <td class="num">${figure?.n.toLocaleString() ?? 0}</td>
          <td><svg class="track" height="10" preserveAspectRatio="none" viewBox="0 0 100 10" aria-hidden="true"><rect width=${wide} height="10" fill="var(--fd-pine)"></rect></svg></td></tr>`;
      })}</tbody></table></div>
      <button class="button small no-print" @click=${() => download(`${this.chosen}-by-${this.by}`, breakdownCells(parts, [this.chosen]))}>${words.download}</button>`;
  }

  private readonly split = (event: Event): void => {
    this.by = (event.target as HTMLSelectElement).value;
    void this.reload();
  };

  private readonly choose = (id: string): void => {
    this.chosen = id;
    void this.reload();
    this.updateComplete.then(() => this.scrollIntoView({ block: "start" }), () => undefined);
  };
}
