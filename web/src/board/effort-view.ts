// Effort: where it arises, the index of every session against the answers, who answers, and what the index is made of.
import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { amount, between } from "./amount";
import "./chart";
import type { Plot } from "./chart";
import { download } from "./csv";
import "./hardest-view";
import { type EffortPage, insight, type Period } from "./insight";
import { goodFrom, goodName, groupName, type InsightWords, pointName } from "./insight-words";
import { ENOUGH } from "./measure";
import { InsightView } from "./view";

@customElement("fd-effort-view")
export class FdEffortView extends InsightView<EffortPage> {
  protected load(period: Period): Promise<EffortPage> {
    return insight.effort(period);
  }

  protected show(data: EffortPage, words: InsightWords): TemplateResult {
    return html`<fd-hardest .period=${this.period} .catalogue=${this.catalogue}></fd-hardest>
      <section class="card"><div class="title"><h2>${words.effortCurve}</h2></div><p class="quiet">${words.effortLead}</p>
        ${enough(data) ? html`<fd-chart .plot=${this.plot(data, words)}></fd-chart>` : html`<p>${words.fewAnswers(answered(data), ENOUGH)}</p>`}${this.bins(data, words)}</section>
      <div class="pair">
        <section class="card"><div class="title"><h2>${words.whoAnswers}</h2></div><p class="quiet">${words.whoLead}</p>${this.groups(data, words)}</section>
        <section class="card"><div class="title"><h2>${words.scores(counted(data))}</h2></div>${this.scores(data, words)}</section>
      </div>
      <section class="card"><div class="title"><h2>${words.points}</h2></div><div class="scroll" tabindex="0" role="group" aria-label=${words.points}><table><tbody>
        ${data.points.map((one) => html`<tr><th scope="row">${pointName(one.what, this.language.now)}</th><td class="num">${one.points > 0 ? "+" : ""}${one.points}</td></tr>`)}</tbody></table></div></section>`;
  }

  private plot(data: EffortPage, words: InsightWords): Plot {
    return {
      x: data.bins.map((bin) => bin.index),
      time: false,
      xUnit: "points",
      unit: "share",
      xName: words.index,
      yName: goodName(data.question, this.language.now),
      series: [
        { label: goodName(data.question, this.language.now), values: data.bins.map((bin) => bin.easy), tone: "pine" },
        {
          label: words.seen,
          values: data.bins.map((bin) => bin.seen.value),
          low: data.bins.map((bin) => bin.seen.low),
          high: data.bins.map((bin) => bin.seen.high),
          tone: "brass",
          dashed: true,
        },
      ],
      label: words.effortCurve,
    };
  }

  private bins(data: EffortPage, words: InsightWords) {
    const told = enough(data) ? data.bins : data.bins.map((bin) => ({ ...bin, score: null, easy: null }));
    const rows = told.filter((bin) => bin.sessions > 0);
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${words.effortCurve}><table><thead><tr><th scope="col" class="num">${words.index}</th><th scope="col" class="num">${words.sessions}</th>
        <th scope="col" class="num">${words.answersN}</th><th scope="col" class="num">${words.mean}</th><th scope="col" class="num">${words.seen}</th>
        <th scope="col" class="num">${goodName(data.question, this.language.now)}</th></tr></thead>
      <tbody>${rows.map((bin) => html`<tr><th scope="row" class="num">${bin.index}</th><td class="num">${bin.sessions.toLocaleString()}</td><td class="num">${bin.answers.toLocaleString()}</td>
        <td class="num">${amount(bin.score, "score", this.language.now)}</td><td class="num">${amount(bin.seen.value, "share", this.language.now)}<small>${between(bin.seen, "share", this.language.now)}</small></td>
        <td class="num">${amount(bin.easy, "share", this.language.now)}</td></tr>`)}</tbody></table></div>
      <button class="button small" @click=${() => download("effort", [["index", "sessions", "answers", "score", "seen", "low", "high", "calibrated"], ...rows.map((b) => [b.index, b.sessions, b.answers, b.score, b.seen.value, b.seen.low, b.seen.high, b.easy])])}>${words.download}</button>`;
  }

  private groups(data: EffortPage, words: InsightWords) {
    const lang = this.language.now;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${words.whoAnswers}><table><thead><tr><th scope="col">${words.group}</th><th scope="col" class="num">${words.sessions}</th><th scope="col" class="num">${words.asked}</th>
        <th scope="col" class="num">${words.response}</th><th scope="col" class="num">${words.mean}</th></tr></thead>
      <tbody>${data.groups.map((row) => html`<tr><th scope="row">${groupName(row.group, lang)}</th><td class="num">${row.sessions.toLocaleString()}</td><td class="num">${row.asked.toLocaleString()}</td>
        <td class="num">${amount(row.response.value, "share", lang)}<small>${between(row.response, "share", lang)}</small></td><td class="num">${amount(row.mean, "score", lang)}</td></tr>`)}</tbody></table></div>
      <button class="button small no-print" @click=${() => download("who-answers", [["group", "sessions", "asked", "answered", "response", "low", "high", "mean"], ...data.groups.map((g) => [g.group, g.sessions, g.asked, g.answered, g.response.value, g.response.low, g.response.high, g.mean])])}>${words.download}</button>`;
  }

  private scores(data: EffortPage, words: InsightWords) {
    const counts = Object.entries(data.scores);
    const most = Math.max(...counts.map(([, n]) => n), 1);
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${words.scores(counted(data))}><table><tbody>${counts.map(([score, n]) => html`<tr><th scope="row" class="num">${score}</th><td class="num">${n.toLocaleString()}</td>
      <td><svg class="track" height="12" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true"><rect width=${(100 * n) / most} height="12" fill=${Number(score) >= goodFrom(data.question) ? "var(--fd-pine)" : "var(--fd-brass)"}></rect></svg></td></tr>`)}</tbody></table></div>
      <p class="quiet">${goodName(data.question, this.language.now)}: ${goodFrom(data.question)}–${counts.at(-1)?.[0]}</p>
      <button class="button small no-print" @click=${() => download("scores", [["score", "answers"], ...counts])}>${words.download}</button>`;
  }
}

const answered = (data: EffortPage): number => data.bins.reduce((sum, bin) => sum + bin.answers, 0);

/** Whether a curve through the answers says anything. */
const enough = (data: EffortPage): boolean => answered(data) >= ENOUGH;

/** From which score to which. */
function counted(data: EffortPage): readonly [string, string] {
  const scores = Object.keys(data.scores);
  return [scores[0] ?? "1", scores.at(-1) ?? "7"];
}
