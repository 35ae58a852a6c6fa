// Tasks: how far customers came, why they wanted a person, what was not understood, and who came back about the same.
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { label } from "../staff/words";
import { amount, between } from "./amount";
import { chainList, chainStyles } from "./chains";
import { type Cell, download } from "./csv";
import { type Funnels, insight, type Period, type Reasons, type Repeats, type Unanswered } from "./insight";
import { type InsightWords, plain, valueName } from "./insight-words";
import { InsightView } from "./view";

interface Data {
  funnels: Funnels;
  reasons: Reasons;
  unanswered: Unanswered;
  repeats: Repeats;
}

@customElement("fd-tasks-view")
export class FdTasksView extends InsightView<Data> {
  static override styles = [
    ...super.styles,
    chainStyles,
    css`
      .next {
        margin-top: var(--fd-s5);
      }
      .funnel {
        display: grid;
        gap: var(--fd-s1);
        margin-bottom: var(--fd-s5);
      }
      .step {
        display: grid;
        grid-template-columns: minmax(6rem, 9rem) minmax(4rem, 1fr) minmax(11rem, 18rem);
        gap: var(--fd-s3);
        align-items: center;
        font-size: var(--fd-text-sm);
      }
      @media (max-width: 40rem) {
        .step {
          grid-template-columns: minmax(5rem, 6rem) 1fr;
        }
        .step > :last-child {
          grid-column: 2;
        }
      }
      .step svg {
        width: 100%;
      }
    `,
  ];

  @state() private all = false;
  @state() private allWords = false;

  protected async load(period: Period): Promise<Data> {
    const [funnels, reasons, unanswered, repeats] = await Promise.all([
      insight.funnels(period),
      insight.reasons(period),
      insight.unanswered(period),
      insight.repeats(period),
    ]);
    return { funnels, reasons, unanswered, repeats };
  }

  protected show(data: Data, words: InsightWords): TemplateResult {
    return html`<section class="card"><div class="title"><h2>${words.funnels}</h2></div><p class="quiet">${words.funnelsLead}</p>
        ${data.funnels.tasks.length ? [...data.funnels.tasks].sort((a, b) => (b.steps[0]?.n ?? 0) - (a.steps[0]?.n ?? 0)).map((task) => this.funnel(task, words)) : html`<p class="quiet">${words.nothing}</p>`}
        <button class="button small" @click=${() => download("funnels", this.steps(data.funnels))}>${words.download}</button></section>
      <div class="pair">
        <section class="card"><div class="title"><h2>${words.reasons}</h2></div>${this.reasons(data.reasons, words)}</section>
        <section class="card"><div class="title"><h2>${words.unanswered}</h2></div><p class="quiet">${words.unansweredLead}</p>${this.unanswered(data.unanswered, words)}</section>
      </div>
      <section class="card"><div class="title"><h2>${words.repeats}</h2></div><p class="quiet">${words.repeatsLead}</p>${this.repeats(data.repeats, words)}</section>`;
  }

  private steps(data: Funnels): Cell[][] {
    const rows = data.tasks.flatMap((task) => task.steps.map((step): Cell[] => [task.task, step.step, step.n, step.share.value, step.share.low, step.share.high]));
    return [["task", "step", "sessions", "share", "low", "high"], ...rows];
  }

  private funnel(task: Funnels["tasks"][number], words: InsightWords) {
    const names = words as unknown as Record<string, string>;
    return html`<h3>${label("goal", task.goal, this.language.now)}</h3><ol class="funnel">${task.steps.map((step) => html`<li class="step">
      <span>${names[step.step] ?? step.step}</span>
      <svg class="track" height="14" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true"><rect width=${100 * (step.share.value ?? 0)} height="14" fill="var(--fd-pine)"></rect></svg>
      <span class="tabular"><b>${amount(step.share.value, "share", this.language.now)}</b> <small class="quiet">${between(step.share, "share", this.language.now)} · n = ${step.n.toLocaleString()}</small></span></li>`)}</ol>`;
  }

  private reasons(data: Reasons, words: InsightWords) {
    if (data.reasons.length === 0) return html`<p class="quiet">${words.noneYet}</p>`;
    const lang = this.language.now;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${words.reasons}><table><thead><tr><th scope="col">${words.kind}</th><th scope="col" class="num">${words.times}</th><th scope="col" class="num">${words.valueHead}</th></tr></thead>
      <tbody>${data.reasons.map((row) => html`<tr><th scope="row">${label("reason", row.reason, lang)}</th><td class="num">${row.n.toLocaleString()}</td>
        <td class="num">${amount(row.share.value, "share", lang)}<small>${between(row.share, "share", lang)}</small></td></tr>`)}</tbody></table></div>
      <button class="button small" @click=${() => download("reasons", [["reason", "times", "share", "low", "high"], ...data.reasons.map((row) => [row.reason, row.n, row.share.value, row.share.low, row.share.high])])}>${words.download}</button>`;
  }

  private unanswered(data: Unanswered, words: InsightWords) {
    if (data.words.length === 0) return html`<p class="quiet">${words.noneYet}</p>`;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${words.unanswered}><table><thead><tr><th scope="col">${words.words}</th><th scope="col">${words.language}</th><th scope="col" class="num">${words.times}</th></tr></thead>
      <tbody>${data.words.slice(0, this.allWords ? 100 : 12).map((row) => html`<tr><td lang=${row.lang === "zh" ? "zh-CN" : row.lang}>${row.text}</td>
        <td>${valueName("lang", row.lang, this.language.now)}</td><td class="num">${row.n.toLocaleString()}</td></tr>`)}</tbody></table></div>
      ${data.words.length > 12 && !this.allWords ? html`<button class="button small no-print" @click=${() => (this.allWords = true)}>${words.more}</button>` : nothing}
      <button class="button small" @click=${() => download("not-understood", [["words", "language", "times"], ...data.words.map((w) => [w.text, w.lang, w.n])])}>${words.download}</button>`;
  }

  private repeats(data: Repeats, words: InsightWords) {
    if (data.ways.length === 0) return html`<p class="quiet">${words.noneYet}</p>`;
    const lang = this.language.now;
    const names = words as unknown as Record<string, string>;
    const ways = data.ways.map((way) => [`${valueName("channel", way.from, lang)} → ${valueName("channel", way.to, lang)}`, names[way.kind] ?? plain(way.kind), way.n] as const);
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${words.repeats}><table><thead><tr><th scope="col">${words.way}</th><th scope="col">${words.kind}</th><th scope="col" class="num">${words.times}</th></tr></thead>
        <tbody>${ways.map(([way, kind, n]) => html`<tr><th scope="row">${way}</th><td>${kind}</td><td class="num">${n.toLocaleString()}</td></tr>`)}</tbody></table></div>
      <button class="button small" @click=${() => download("came-back", [["way", "kind", "times"], ...ways.map((row) => [...row])])}>${words.download}</button>
      <h3 class="next">${words.longestChains}</h3>
      ${chainList(data.chains.slice(0, this.all ? 100 : 8), data.tz, words, lang)}
      ${data.chains.length > 8 && !this.all ? html`<button class="button small no-print" @click=${() => (this.all = true)}>${words.more}</button>` : nothing}`;
  }
}
