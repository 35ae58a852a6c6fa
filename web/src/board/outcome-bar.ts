// The day's outcomes as one stacked bar and the same figures as a table: colour, pattern and words.
import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { percent } from "../staff/format";
import { Language } from "../ui/i18n";
import { house } from "../ui/styles";
import { outcomeFill, outcomeInk, outcomeMeaning, outcomeName, outcomeOrder, outcomeWords, patterns, swatch } from "./outcomes";
import { boardWords } from "./words";

@customElement("fd-outcome-bar")
export class FdOutcomeBar extends LitElement {
  static override styles = [
    ...house,
    css`
      :host {
        display: grid;
        gap: var(--fd-s4);
      }
      .bar {
        width: 100%;
        height: 3rem;
        border-radius: var(--fd-r2);
        background: var(--fd-sunken);
        overflow: hidden;
      }
      .bar text {
        fill: var(--fd-ink);
        font: 700 var(--fd-text-sm) var(--fd-sans);
        paint-order: stroke;
        stroke: var(--fd-surface);
        stroke-width: 5px;
        stroke-linejoin: round;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: var(--fd-text-sm);
      }
      th,
      td {
        padding: var(--fd-s2) var(--fd-s3) var(--fd-s2) 0;
        border-top: 1px solid var(--fd-line);
        text-align: left;
        vertical-align: middle;
        font-weight: 400;
      }
      thead th {
        border: 0;
        color: var(--fd-ink-3);
        font-size: var(--fd-text-xs);
        font-weight: 600;
      }
      .name {
        display: flex;
        align-items: center;
        gap: var(--fd-s2);
        font-weight: 600;
      }
      @media print {
        .bar {
          height: 1.6rem;
        }
        table {
          font-size: 0.7rem;
        }
        th,
        td {
          padding-block: 0.15rem;
        }
      }
      td.means,
      th.means {
        padding-left: var(--fd-s4);
      }
      thead th.right,
      .right {
        text-align: right;
        white-space: nowrap;
      }
      .means {
        color: var(--fd-ink-2);
      }
      .zero {
        color: var(--fd-ink-3);
      }
      .zero .name {
        font-weight: 400;
      }
      @media (max-width: 48rem) {
        .means {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) counts: Record<string, number> = {};
  private readonly language = new Language(this);

  protected override render() {
    const words = boardWords(this.language.now);
    const lang = this.language.now;
    const order = outcomeOrder(Object.keys(this.counts));
    const all = order.reduce((sum, one) => sum + (this.counts[one] ?? 0), 0);
    const some = order.filter((one) => (this.counts[one] ?? 0) > 0);
    const parts = some.map((one) => `${outcomeName(one, lang)} ${this.counts[one]}`).join(", ");
    return html`
      <svg class="bar" role="img" aria-label=${words.barOf(parts)}>${patterns("bar")}${this.segments(some, all)}</svg>
      <table>
        <caption class="visually-hidden">${words.outcomes}</caption>
        <thead><tr>
          <th scope="col">${words.outcome}</th><th scope="col" class="right">${words.count}</th>
          <th scope="col" class="right">${words.share} (${words.ofAll(all)})</th><th scope="col" class="means">${words.means}</th>
        </tr></thead>
        <tbody>${order.map((one) => this.row(one, all))}</tbody>
      </table>
    `;
  }

  private segments(some: readonly string[], all: number) {
    let before = 0;
    return some.map((one) => {
      const count = this.counts[one] ?? 0;
      const x = (before / all) * 100;
      const width = (count / all) * 100;
      const ink = outcomeWords(one);
      before += count;
      return svg`<svg x="${x}%" width="${width}%" height="100%">
        <rect width="100%" height="100%" fill=${outcomeFill(one, "bar")}></rect>
        <rect width="100%" height="100%" fill="none" stroke=${outcomeInk(one)} stroke-width="2"></rect>
        <line x1="100%" x2="100%" y1="0" y2="100%" stroke="var(--fd-surface)" stroke-width="4"></line>
        ${width > 4 ? svg`<text x="50%" y="50%" dy="0.35em" text-anchor="middle" style=${ink ? `fill:${ink};stroke:none` : nothing}>${count.toLocaleString()}</text>` : svg``}
      </svg>`;
    });
  }

  private row(outcome: string, all: number) {
    const lang = this.language.now;
    const count = this.counts[outcome] ?? 0;
    return html`<tr class=${count ? "" : "zero"}>
      <th scope="row"><span class="name">
        <svg width="16" height="16" aria-hidden="true">${patterns(`row-${outcome}`)}${swatch(outcome, `row-${outcome}`)}</svg>
        ${outcomeName(outcome, lang)}</span></th>
      <td class="right tabular">${count.toLocaleString()}</td>
      <td class="right tabular">${all ? percent(count / all) : "–"}</td>
      <td class="means">${outcomeMeaning(outcome, lang)}</td>
    </tr>`;
  }
}
