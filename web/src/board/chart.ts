// A line chart with its interval, target and what happened meanwhile; the same numbers stand in the table beside it.
import { css, html, LitElement, nothing, type PropertyValues, unsafeCSS } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import uPlot from "uplot";
import sheet from "uplot/dist/uPlot.min.css?inline";
import { clock, dayShort } from "../staff/format";
import { Language } from "../ui/i18n";
import { base } from "../ui/styles";
import { amount, targetText } from "./amount";
import type { Note, Target, Unit } from "./insight";
import { dayIn, spread } from "./times";

export interface Series {
  label: string;
  values: (number | null)[];
  low?: (number | null)[];
  high?: (number | null)[];
  tone: "pine" | "brass" | "ink";
  dashed?: boolean;
}

/** Steps of an axis of days, so that no day is named twice. */
const DAYS = [1, 2, 7, 14, 28, 91].map((days) => days * 86_400);
/** Steps of an axis of seconds: whole minutes rather than hundreds of seconds. */
const SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400, 43_200, 86_400];

export interface Plot {
  /** Epoch seconds when `time`, else plain numbers in `xUnit`. */
  x: number[];
  time: boolean;
  xUnit?: Unit;
  /** What the axes show; an axis of days needs no name. */
  xName?: string;
  yName?: string;
  unit: Unit;
  series: Series[];
  target?: Target | null;
  notes?: Note[];
  label: string;
  tz?: string;
}

const HEIGHT = 260;

@customElement("fd-chart")
export class FdChart extends LitElement {
  static override styles = [
    base,
    unsafeCSS(sheet),
    css`
      :host {
        display: block;
        --pine: var(--fd-pine);
        --brass: var(--fd-brass-ink);
        --ink: var(--fd-ink-2);
      }
      .key {
        display: flex;
        flex-wrap: wrap;
        gap: var(--fd-s1) var(--fd-s4);
        min-height: 1.5rem;
        margin-block: var(--fd-s2) var(--fd-s3);
        color: var(--fd-ink-2);
        font-size: var(--fd-text-sm);
        font-variant-numeric: tabular-nums;
      }
      .key li {
        display: inline-flex;
        align-items: center;
        gap: var(--fd-s2);
      }
      .plot {
        width: 100%;
        min-height: 16rem;
      }
    `,
  ];

  @property({ attribute: false }) plot: Plot | null = null;
  /** The point under the pointer. */
  @state() private at: number | null = null;
  @query(".plot") private place!: HTMLElement;
  private readonly language = new Language(this);
  private drawn: uPlot | null = null;
  private readonly watcher = new ResizeObserver(() => this.fit());
  private readonly scheme = window.matchMedia("(prefers-color-scheme: dark)");
  private readonly redraw = (): void => this.draw();
  private readonly themed = new MutationObserver(this.redraw);

  override connectedCallback(): void {
    super.connectedCallback();
    this.scheme.addEventListener("change", this.redraw);
    this.themed.observe(document.documentElement, { attributes: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.scheme.removeEventListener("change", this.redraw);
    this.themed.disconnect();
    this.watcher.disconnect();
    this.drawn?.destroy();
    this.drawn = null;
  }

  protected override render() {
    const { plot } = this;
    const lang = this.language.now;
    return html`<div class="plot" role="img" aria-label=${plot?.label ?? ""}></div>
      <ul class="key" aria-hidden="true">${plot?.series.map((one) => html`<li><svg width="22" height="10"><path d="M1 5H21" stroke="var(--${one.tone})" stroke-width="3"
        stroke-dasharray=${one.dashed ? "5 4" : "0"}></path></svg>${one.label}${this.at === null ? nothing : html` <b>${amount(one.values[this.at], plot.unit, lang)}</b>`}</li>`)}
        ${plot?.target ? html`<li><svg width="22" height="10"><path d="M1 5H21" stroke="var(--fd-danger)" stroke-width="2" stroke-dasharray="5 4"></path></svg>${targetText(plot.target, plot.unit, lang)}</li>` : nothing}</ul>`;
  }

  protected override firstUpdated(): void {
    this.watcher.observe(this.place);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("plot")) this.draw();
  }

  private fit(): void {
    const width = this.place.clientWidth;
    if (this.drawn && width > 0 && width !== this.drawn.width) this.drawn.setSize({ width, height: HEIGHT });
  }

  private draw(): void {
    this.drawn?.destroy();
    this.drawn = null;
    const { plot, place } = this;
    if (!plot || !place || plot.x.length === 0) return;
    const { series, bands, data } = this.lines(plot);
    const text = this.colour("--fd-ink-2");
    const grid = { stroke: this.colour("--fd-line"), width: 1 };
    const font = "12px system-ui, sans-serif";
    const named = (name: string | undefined) => (name ? { label: name, labelFont: `600 ${font}`, labelSize: 22 } : {});
    const xRoom = plot.xUnit === "seconds" ? ((place.clientWidth || 640) < 480 ? 64 : 96) : 50;
    this.drawn = new uPlot(
      {
        width: place.clientWidth || 640,
        height: HEIGHT,
        series,
        bands,
        scales: { x: { time: plot.time, range: () => spread(plot.x, plot.time ? 86_400 : 1) }, y: { range: (_, low, high) => this.range(plot, low, high) } },
        axes: [
          { stroke: text, grid, ticks: grid, font, ...named(plot.xName), ...(plot.time ? { incrs: DAYS, values: (_: uPlot, all: number[]) => all.map((at) => this.day(plot, at)) } : { space: xRoom, ...(plot.xUnit === "seconds" ? { incrs: SECONDS } : {}), values: (_: uPlot, all: number[]) => all.map((v) => amount(v, plot.xUnit ?? "points", this.language.now)) }) },
          { stroke: text, grid, ticks: grid, font, ...named(plot.yName), ...(plot.unit === "seconds" ? { incrs: SECONDS } : {}), size: plot.unit === "seconds" ? 96 : 72, values: (_: uPlot, all: number[]) => all.map((v) => amount(v, plot.unit, this.language.now)) },
        ],
        legend: { show: false },
        ...(plot.time && plot.tz ? { tzDate: (at: number) => uPlot.tzDate(new Date(at * 1000), plot.tz as string) } : {}),
        cursor: { drag: { x: false, y: false } },
        hooks: { draw: [(made) => this.marks(made, plot)], setCursor: [(made) => (this.at = made.cursor.idx ?? null)] },
      },
      data,
      place,
    );
  }

  /** A day under the axis; within a day or two, the time. */
  private day(plot: Plot, at: number): string {
    const [lang, tz] = [this.language.now, plot.tz ?? "UTC"];
    const day = dayShort(dayIn(at, tz), lang);
    return (plot.x.at(-1) ?? 0) - (plot.x[0] ?? 0) > 2 * 86_400 ? day : `${day} ${clock(at, lang, { tz })}`;
  }

  /** The lines, and for those with an interval two edges with the band between them. */
  private lines(plot: Plot): { series: uPlot.Series[]; bands: uPlot.Band[]; data: uPlot.AlignedData } {
    const series: uPlot.Series[] = [{}];
    const bands: uPlot.Band[] = [];
    const data: (number | null)[][] = [];
    const value = (_: uPlot, v: number | null): string => amount(v, plot.unit, this.language.now);
    for (const one of plot.series) {
      const colour = this.colour(`--${one.tone}`);
      series.push({ label: one.label, stroke: colour, width: 2.25, value, points: { show: plot.x.length < 40 }, ...(one.dashed ? { dash: [6, 4] } : {}) });
      data.push(one.values);
      if (!one.low || !one.high) continue;
      const edge: uPlot.Series = { stroke: "transparent", width: 0, points: { show: false }, value };
      series.push({ ...edge, label: "" }, { ...edge, label: "" });
      data.push(one.high, one.low);
      bands.push({ series: [series.length - 2, series.length - 1], fill: this.colour(`--${one.tone}`, 0.16) });
    }
    return { series, bands, data: [plot.x, ...data] };
  }

  private range(plot: Plot, low: number, high: number): [number, number] {
    const limits = [plot.target?.at_least, plot.target?.at_most].filter((v): v is number => typeof v === "number");
    const bottom = Math.min(low, ...limits, plot.unit === "score" ? low : 0);
    const top = Math.max(high, ...limits);
    const room = (top - bottom || 1) * 0.06;
    return [plot.unit === "score" ? Math.max(1, bottom - room) : bottom < 0 ? bottom - room : bottom, top + room];
  }

  /** The target as dashed lines, and what happened as upright ones. */
  private marks(made: uPlot, plot: Plot): void {
    const { ctx, bbox } = made;
    ctx.save();
    ctx.lineWidth = devicePixelRatio;
    ctx.setLineDash([5 * devicePixelRatio, 4 * devicePixelRatio]);
    ctx.strokeStyle = this.colour("--fd-danger");
    for (const limit of [plot.target?.at_least, plot.target?.at_most]) {
      if (typeof limit !== "number") continue;
      const y = made.valToPos(limit, "y", true);
      ctx.beginPath();
      ctx.moveTo(bbox.left, y);
      ctx.lineTo(bbox.left + bbox.width, y);
      ctx.stroke();
    }
    for (const note of plot.notes ?? []) this.beside(made, note);
    ctx.restore();
  }

  /** A publication as an upright line, an incident as a band from its beginning to its end. */
  private beside(made: uPlot, note: Note): void {
    const { ctx, bbox } = made;
    const inside = (at: number): number => Math.max(bbox.left, Math.min(bbox.left + bbox.width, made.valToPos(at, "x", true)));
    const from = inside(note.at);
    if (note.kind === "incident") {
      const wide = Math.max(3 * devicePixelRatio, inside(note.until ?? Date.now() / 1000) - from);
      ctx.fillStyle = this.colour("--fd-danger", 0.22);
      ctx.fillRect(from, bbox.top, wide, bbox.height);
      return;
    }
    ctx.strokeStyle = this.colour("--fd-ink-3");
    ctx.setLineDash([2 * devicePixelRatio, 3 * devicePixelRatio]);
    ctx.beginPath();
    ctx.moveTo(from, bbox.top);
    ctx.lineTo(from, bbox.top + bbox.height);
    ctx.stroke();
  }

  /** What a custom property comes to here and now: light-dark() is resolved by the browser. */
  private colour(name: string, alpha = 1): string {
    const probe = document.createElement("span");
    probe.style.color = `var(${name})`;
    this.renderRoot.append(probe);
    const found = getComputedStyle(probe).color;
    probe.remove();
    return alpha === 1 ? found : found.replace(/^rgb\(([^)]+)\)$/, `rgba($1, ${alpha})`);
  }
}
