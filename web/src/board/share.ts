// One share as a figure with everything that belongs to it: its n, interval, target, verdict, and what it hides.
import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { percent } from "../staff/format";
import { Language } from "../ui/i18n";
import { icon } from "../ui/icons";
import { house } from "../ui/styles";
import { ENOUGH, type Interval, verdict, type Verdict } from "./measure";
import { boardWords, type BoardWords } from "./words";

export interface ShareFigure {
  heading: string;
  means: string;
  hits: number;
  n: number;
  rate: number | null;
  interval: Interval | null;
  target: number;
  none: string;
  /** A naive figure to stand beside, named as such. */
  beside?: { name: string; means: string; rate: number; hits: number; n: number };
}

const VERDICT_ICON = { above: "check", below: "warn", open: "clock", few: "clock", none: "clock" } as const;

@customElement("fd-share")
export class FdShare extends LitElement {
  static override styles = [
    ...house,
    css`
      :host {
        display: grid;
        gap: var(--fd-s3);
        align-content: start;
      }
      h2 {
        font-size: var(--fd-text-md);
      }
      .means {
        color: var(--fd-ink-2);
        font-size: var(--fd-text-sm);
        max-width: 40rem;
      }
      .figure {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: var(--fd-s1) var(--fd-s4);
      }
      .big {
        font: 600 clamp(2.25rem, 5vw, 3.25rem) / 1 var(--fd-display);
        letter-spacing: -0.02em;
      }
      .n {
        font-size: var(--fd-text-lg);
        font-weight: 600;
      }
      .side {
        color: var(--fd-ink-2);
        font-size: var(--fd-text-sm);
      }
      .verdict {
        display: inline-flex;
        align-items: center;
        gap: var(--fd-s2);
        width: fit-content;
        padding: var(--fd-s1) var(--fd-s3);
        border-radius: var(--fd-r2);
        background: var(--fd-sunken);
        color: var(--fd-ink-2);
        font-size: var(--fd-text-sm);
        font-weight: 600;
      }
      .verdict.above {
        background: var(--fd-ok-soft);
        color: var(--fd-ok);
      }
      .verdict.below {
        background: var(--fd-danger-soft);
        color: var(--fd-danger);
      }
      .scale {
        position: relative;
        display: block;
        width: 100%;
        height: 4.25rem;
        overflow: visible;
      }
      .track {
        fill: var(--fd-sunken);
      }
      .range {
        fill: var(--fd-pine);
        opacity: 0.28;
      }
      .bar {
        fill: var(--fd-pine);
      }
      .goal {
        stroke: var(--fd-ink);
        stroke-width: 2;
      }
      .naive {
        fill: var(--fd-surface);
        stroke: var(--fd-ink-2);
        stroke-width: 2;
        stroke-dasharray: 3 2;
      }
      text {
        fill: var(--fd-ink-2);
        font: 600 var(--fd-text-xs) var(--fd-sans);
      }
      text.quiet {
        fill: var(--fd-ink-3);
        font-weight: 400;
      }
      .beside {
        padding-top: var(--fd-s3);
        border-top: 1px dashed var(--fd-line-strong);
        color: var(--fd-ink-2);
        font-size: var(--fd-text-sm);
      }
    `,
  ];

  @property({ attribute: false }) figure!: ShareFigure;
  private readonly language = new Language(this);

  protected override render() {
    const words = boardWords(this.language.now);
    const figure = this.figure;
    return html`
      <h2>${figure.heading}</h2>
      ${figure.rate === null || figure.n === 0 ? html`<p class="n">${figure.none}</p>` : this.number(figure, words)}
      <p class="means">${figure.means}</p>
      <slot></slot>
      ${figure.beside ? this.beside(figure, words) : nothing}
    `;
  }

  private number(figure: ShareFigure, words: BoardWords) {
    const said = verdict(figure.n, figure.interval, figure.target);
    const rate = percent(figure.rate ?? 0);
    const of = words.ofN(figure.hits, figure.n);
    const few = said === "few";
    return html`
      <p class="figure tabular">
        <span class="big">${few ? of : rate}</span>
        <span class="n">${few ? rate : of}</span>
        ${figure.interval ? html`<span class="side">${words.interval(percent(figure.interval.low), percent(figure.interval.high))}</span>` : nothing}
      </p>
      <p class="verdict ${said}">${icon(VERDICT_ICON[said], 16)}${this.judgement(said, words)}</p>
      ${this.scale(figure, words)}
    `;
  }

  private judgement(said: Verdict, words: BoardWords): string {
    const target = words.target(percent(this.figure.target));
    switch (said) {
      case "above":
        return `${words.above} · ${target}`;
      case "below":
        return `${words.below} · ${target}`;
      case "open":
        return `${words.open} · ${target}`;
      case "few":
        return words.few(this.figure.n, ENOUGH);
      case "none":
        return this.figure.none;
    }
  }

  /** 0 to 100 % as a line: the rate, its interval, the target, and the naive figure as a hollow mark. */
  private scale(figure: ShareFigure, words: BoardWords) {
    const at = (share: number): string => `${(share * 100).toFixed(2)}%`;
    const width = (from: number, to: number): string => `${(Math.max(0, to - from) * 100).toFixed(2)}%`;
    const low = figure.interval?.low ?? figure.rate ?? 0;
    const high = figure.interval?.high ?? figure.rate ?? 0;
    const beside = figure.beside;
    return html`<svg class="scale" aria-hidden="true">
      ${svg`
        <rect class="track" x="0" y="22" width="100%" height="14" rx="7"></rect>
        <rect class="bar" x="0" y="22" width=${at(figure.rate ?? 0)} height="14" rx="7"></rect>
        <rect class="range" x=${at(low)} y="18" width=${width(low, high)} height="22" rx="4"></rect>
        <line class="goal" x1=${at(figure.target)} x2=${at(figure.target)} y1="14" y2="44"></line>
        <text x=${at(figure.target)} y="10" text-anchor="middle">${words.target(percent(figure.target))}</text>
        ${beside
          ? svg`<circle class="naive" cx=${at(beside.rate)} cy="29" r="7"></circle>
            <text x=${at(beside.rate)} y="58" text-anchor=${anchorAt(beside.rate)}>${beside.name} ${percent(beside.rate)}</text>`
          : svg``}
        ${beside && beside.rate < 0.3 ? svg`` : svg`<text class="quiet" x="0" y="58">0 %</text>`}
        ${beside && beside.rate > 0.7 ? svg`` : svg`<text class="quiet" x="100%" y="58" text-anchor="end">100 %</text>`}
      `}
    </svg>`;
  }

  private beside(figure: ShareFigure, words: BoardWords) {
    const beside = figure.beside;
    if (!beside) return nothing;
    const points = Math.round((beside.rate - (figure.rate ?? 0)) * 100);
    const gap = figure.rate !== null && figure.n >= ENOUGH && points > 0 ? ` ${words.gap(points)}` : "";
    return html`<p class="beside"><strong class="tabular">${beside.name}: ${percent(beside.rate)} (${words.ofN(beside.hits, beside.n)}).</strong>
      ${beside.means}${gap}</p>`;
  }
}

/** How a label stands under its mark so that neither end of the line cuts it off. */
function anchorAt(share: number): "start" | "middle" | "end" {
  if (share > 0.75) return "end";
  return share < 0.25 ? "start" : "middle";
}
