// The weekly report: what matters on two pages of paper, with the week before beside it. Reads well, prints well.
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { dayName } from "../staff/format";
import { label } from "../staff/words";
import { alertList } from "./alerts";
import { amount, between, change, targetText } from "./amount";
import { judged } from "./compare";
import { compareWords } from "./compare-words";
import { verdictBadge } from "./figure-table";
import { type Against, type Alerts, type Gap, insight, type Named, type Period, type Reasons, type Unanswered } from "./insight";
import type { InsightWords } from "./insight-words";
import { noteLine } from "./notes";
import "./outcome-bar";
import { InsightView } from "./view";

const KEY = ["self_service", "containment", "fcr", "easy", "ces", "csat", "nps", "effort_index", "answer_rate", "abandonment", "service_level", "to_human_p90", "wait_within", "promises_kept", "trapped", "not_understood", "aht", "occupancy"];

interface Data {
  now: Against;
  alerts: Alerts;
  reasons: Reasons;
  unanswered: Unanswered;
}

@customElement("fd-report-view")
export class FdReportView extends InsightView<Data> {
  static override styles = [
    ...super.styles,
    css`
      .sheet {
        display: grid;
        gap: var(--fd-s5);
      }
      .sheet section {
        display: grid;
        gap: var(--fd-s3);
        align-content: start;
      }
      h1 {
        font-size: var(--fd-text-2xl);
      }
      .lead {
        font-size: var(--fd-text-lg);
      }
      @media print {
        .sheet {
          display: block;
          padding: 0;
          border: 0;
          box-shadow: none;
          break-inside: auto;
        }
        .sheet > * + * {
          margin-top: 0.9rem;
        }
        .sheet section:not(.pair section) {
          display: block;
          break-inside: avoid;
        }
        h2 {
          margin-bottom: 0.4rem;
        }
        .pair {
          grid-template-columns: 1fr 1fr;
        }
        .lead {
          font-size: var(--fd-text-md);
        }
        .alert {
          padding: 0.4rem 0.6rem;
          border: 1px solid #999;
          break-inside: avoid;
          font-size: 0.8rem;
        }
      }
    `,
  ];

  protected async load(period: Period): Promise<Data> {
    const [now, alerts, reasons, unanswered] = await Promise.all([
      insight.against(period),
      insight.alerts(period),
      insight.reasons(period),
      insight.unanswered(period),
    ]);
    return { now, alerts, reasons, unanswered };
  }

  protected show(data: Data, words: InsightWords): TemplateResult {
    const lang = this.language.now;
    return html`<article class="card sheet">
      <div class="title"><div><h1>${words.reportTitle}</h1><p class="quiet">${words.reportOf(dayName(data.now.from, lang), dayName(data.now.to, lang))} · ${data.now.tz}</p></div>
        <button class="button primary no-print" @click=${() => window.print()}>${words.print}</button></div>
      <p class="lead">${words.reportLead(data.now.sessions.toLocaleString(), data.now.with_need.toLocaleString())}</p>
      <div class="alerts">${alertList(data.alerts.alerts, data.now.figures, words, lang)}</div>
      ${data.alerts.notes.length ? html`<section><h2>${words.notes}</h2><ul class="notes">${data.alerts.notes.map((note) => html`<li>${noteLine(note, data.now.tz, lang)}</li>`)}</ul></section>` : nothing}
      ${this.figures(data, words)}
      <section><h2>${words.outcomes}</h2><fd-outcome-bar .counts=${data.now.outcomes}></fd-outcome-bar></section>
      <div class="pair">
        <section><h2>${words.topReasons}</h2>${this.list(data.reasons.reasons.slice(0, 8).map((row) => [label("reason", row.reason, lang), row.n] as const), words)}</section>
        <section><h2>${words.topWords}</h2>${this.list(data.unanswered.words.slice(0, 8).map((row) => [row.text, row.n] as const), words)}</section>
      </div>
      <p class="quiet">${words.figuresLead}</p>
    </article>`;
  }

  private figures(data: Data, words: InsightWords) {
    const lang = this.language.now;
    const known = KEY.map((id) => this.named(id)).filter((named) => named !== undefined && ((data.now.figures[named.id]?.n ?? 0) > 0 || !named.id.match(/^(easy|ces|csat|nps)$/))) as Named[];
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${words.figures}><table><thead><tr><th scope="col">${words.figure}</th><th scope="col" class="num">${words.valueHead}</th><th scope="col" class="num">${words.interval}</th>
        <th scope="col" class="num">n</th><th scope="col" class="num">${words.before}</th><th scope="col" class="num">${words.difference}</th><th scope="col" class="num">${words.target}</th><th scope="col">${words.state}</th></tr></thead>
      <tbody>${known.map((named) => {
        const figure = data.now.figures[named.id];
        const old = data.now.before.figures[named.id];
        if (!figure) return "";
        return html`<tr><th scope="row">${named[lang]}<small><code>${figure.formula}</code></small></th><td class="num"><strong>${amount(figure.value, named.unit, lang)}</strong></td>
          <td class="num">${between(figure, named.unit, lang) || "–"}</td><td class="num">${figure.n.toLocaleString()}</td>
          <td class="num">${amount(old?.value, named.unit, lang)}</td><td class="num">${this.gap(named, data.now.differences[named.id])}</td>
          <td class="num">${targetText(figure.target, named.unit, lang) || "–"}</td><td>${verdictBadge(figure, words)} <span class="badge">${words[figure.state]}</span></td></tr>`;
      })}</tbody></table></div>`;
  }

  /** What changed, and whether it is more than chance. */
  private gap(named: Named, gap: Gap | undefined) {
    const lang = this.language.now;
    if (!gap || gap.value === null) return "–";
    return html`${change(gap.value, named.unit, lang)}<small>${compareWords(lang)[judged(named, gap)]}</small>`;
  }

  private list(rows: readonly (readonly [string, number])[], words: InsightWords) {
    if (rows.length === 0) return html`<p class="quiet">${words.noneYet}</p>`;
    return html`<table><tbody>${rows.map(([name, n]) => html`<tr><th scope="row">${name}</th><td class="num">${n.toLocaleString()}</td></tr>`)}</tbody></table>`;
  }
}
