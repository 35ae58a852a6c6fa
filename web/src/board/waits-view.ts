// Waits: as told against as they came, and the figures of waiting and of people, by queue and by agent.
import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { label } from "../staff/words";
import { amount, between } from "./amount";
import "./chart";
import type { Plot } from "./chart";
import { download } from "./csv";
import { breakdownCells, figureTable } from "./figure-table";
import { drawn, FEW, toldHonestly } from "./honesty";
import { type Breakdown, type Estimates, type Handed, insight, type Period, type Totals } from "./insight";
import { type InsightWords, valueName } from "./insight-words";
import { InsightView } from "./view";

const FIGURES = [
  "answer_rate", "abandonment", "service_level", "wait_median", "wait_p90", "to_human_median", "to_human_p90", "wait_within", "wait_longer",
  "wait_error", "wait_bias", "wait_untold", "promises_kept", "re_asked", "facts_wrong", "facts_marked", "aht", "talk", "hold", "wrap_up", "transfers", "occupancy", "at_once", "on_break", "service_level_1",
  "service_level_2", "service_level_3", "abandonment_without_callbacks", "abandonment_without_short",
];
const BY_QUEUE = ["answer_rate", "abandonment", "service_level", "wait_median", "wait_p90", "wait_within", "re_asked", "aht", "occupancy"];
const BY_AGENT = ["occupancy", "on_break", "at_once", "aht", "talk", "hold", "wrap_up", "transfers", "easy"];

interface Data {
  totals: Totals;
  told: Estimates;
  queues: Breakdown;
  agents: Breakdown;
  handed: Handed;
}

@customElement("fd-waits-view")
export class FdWaitsView extends InsightView<Data> {
  protected async load(period: Period): Promise<Data> {
    const [totals, told, queues, agents, handed] = await Promise.all([
      insight.figures(period),
      insight.estimates(period),
      insight.breakdown(period, "queue", BY_QUEUE.join(",")),
      insight.breakdown(period, "agent", BY_AGENT.join(",")),
      insight.handed(period),
    ]);
    return { totals, told, queues, agents, handed };
  }

  protected show(data: Data, words: InsightWords): TemplateResult {
    if (!this.catalogue) return html``;
    const figures = Object.fromEntries(Object.entries(data.totals.figures).filter(([id]) => FIGURES.includes(id)));
    return html`<section class="card"><div class="title"><h2>${words.estimates}</h2></div>${this.honest(data.totals)}<p class="quiet">${words.estimatesLead(FEW)}</p>
        ${data.told.points.length ? html`${drawn(data.told.points).length ? html`<fd-chart .plot=${this.plot(data.told, words)}></fd-chart>` : nothing}
          <button class="button small no-print" @click=${() => download("told-waits", [["told_s", "took_s", "n"], ...data.told.points.map((p) => [p.told_s, p.took_s, p.n])])}>${words.download}</button>` : html`<p class="quiet">${words.nothing}</p>`}</section>
      <section class="card"><div class="title"><h2>${words.waitFigures}</h2></div>
        ${figureTable({ catalogue: this.catalogue, figures, words, lang: this.language.now, file: "waits" })}</section>
      <section class="card"><div class="title"><h2>${words.handed}</h2></div><p class="quiet">${words.handedLead(data.handed.marked, data.handed.answered)}</p>
        ${data.handed.facts.length ? this.facts(data.handed, words) : html`<p class="quiet">${words.noneYet}</p>`}</section>
      <section class="card"><div class="title"><h2>${words.byQueue}</h2></div>${this.rows(data.queues, BY_QUEUE, words)}</section>
      <section class="card"><div class="title"><h2>${words.byAgent}</h2></div>${this.rows(data.agents, BY_AGENT, words)}</section>`;
  }

  private honest(totals: Totals) {
    const { verdict, numbers } = toldHonestly(totals.figures, this.language.now);
    return html`<p><strong>${verdict}</strong> ${numbers}</p>`;
  }

  private plot(told: Estimates, words: InsightWords): Plot {
    const points = drawn(told.points);
    return {
      x: points.map((p) => p.told_s),
      time: false,
      xUnit: "seconds",
      unit: "seconds",
      xName: words.toldWait,
      yName: words.tookWait,
      series: [
        { label: words.took, values: points.map((p) => p.took_s), tone: "pine" },
        { label: words.truth, values: points.map((p) => p.told_s), tone: "ink", dashed: true },
      ],
      label: `${words.estimates}: ${points.map((p) => `${Math.round(p.told_s)} s → ${Math.round(p.took_s)} s (n = ${p.n})`).join(", ")}`,
    };
  }

  private facts(handed: Handed, words: InsightWords) {
    const lang = this.language.now;
    const part = (share: Handed["facts"][number]["again"]) => html`<td class="num">${amount(share.value, "share", lang)}<small>${between(share, "share", lang)}</small></td>`;
    const cells = handed.facts.map((row) => [row.fact, row.asked_again, row.wrong, row.used, row.again.value, row.again.low, row.again.high, row.mistaken.value, row.mistaken.low, row.mistaken.high]);
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${words.handed}><table>
      <thead><tr><th scope="col">${words.fact}</th><th scope="col" class="num">${words.marks}</th><th scope="col" class="num">${words.askedAgain}</th><th scope="col" class="num">${words.wrong}</th><th scope="col" class="num">${words.used}</th></tr></thead>
      <tbody>${handed.facts.map((row) => html`<tr><th scope="row">${label("fact", row.fact, lang)}</th><td class="num">${row.again.n.toLocaleString()}</td>
        ${part(row.again)}${part(row.mistaken)}<td class="num">${row.used.toLocaleString()}</td></tr>`)}</tbody></table></div>
      <button class="button small no-print" @click=${() => download("facts-handed", [["fact", "asked_again", "wrong", "used", "again", "again_low", "again_high", "wrong_share", "wrong_low", "wrong_high"], ...cells])}>${words.download}</button>`;
  }

  private rows(data: Breakdown, ids: readonly string[], words: InsightWords) {
    const lang = this.language.now;
    const known = ids.filter((id) => this.named(id));
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${words.figures}><table>
      <thead><tr><th scope="col">${words.value}</th><th scope="col" class="num">${words.sessions}</th>${known.map((id) => html`<th scope="col" class="num">${this.nameOf(id)}</th>`)}</tr></thead>
      <tbody>${data.rows.map((row) => html`<tr><th scope="row">${valueName(data.by, row.value, lang)}</th><td class="num">${row.sessions.toLocaleString()}</td>
        ${known.map((id) => {
          const figure = row.figures[id];
          return html`<td class="num">${amount(figure?.value, this.named(id)?.unit ?? "points", lang)}<small>n = ${figure?.n.toLocaleString() ?? 0}</small></td>`;
        })}</tr>`)}</tbody></table></div>
      <button class="button small no-print" @click=${() => download(`by-${data.by}`, breakdownCells(data, known))}>${words.download}</button>`;
  }
}
