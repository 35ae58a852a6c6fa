// The flow map: a version of the flows drawn with its traffic; a box leads to the sessions that came there, and on to their stories.
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { BoardDay } from "../api/types";
import { amount } from "./amount";
import { rowName } from "./compare-words";
import { type Cell, download } from "./csv";
import { type FlowMap, insight, type NodeTraffic, type Period } from "./insight";
import type { InsightWords } from "./insight-words";
import "./sessions";
import { InsightView } from "./view";

const MEASURES = ["traffic", "left", "miss", "silence", "trap", "effortHere"] as const;
type Measure = (typeof MEASURES)[number];

@customElement("fd-flow-view")
export class FdFlowView extends InsightView<FlowMap> {
  static override styles = [
    ...super.styles,
    css`
      .map {
        overflow: auto;
        max-height: 80vh;
        border: 1px solid var(--fd-line);
        border-radius: var(--fd-r2);
        background: var(--fd-surface);
      }
      .map svg {
        height: auto;
        color-scheme: inherit;
      }
      .box[tabindex] {
        cursor: pointer;
      }
      .box.chosen .shape {
        stroke: var(--fd-focus);
        stroke-width: 3;
      }
    `,
  ];

  @state() private version = "";
  @state() private flow = "";
  @state() private measure: Measure = "traffic";
  @state() private node: string | null = null;
  @state() private sessions: BoardDay["sessions"] = [];
  @state() private next: string | null = null;
  @query(".map") private place!: HTMLElement | null;
  private drawn = "";

  protected load(period: Period): Promise<FlowMap> {
    return insight.map(period, this.version, this.flow, this.language.now);
  }

  protected override spoken(): void {
    void this.reload();
  }

  protected show(data: FlowMap, words: InsightWords): TemplateResult {
    if (data.sessions === 0) return html`<p class="card quiet">${words.nothing}</p>`;
    return html`<section class="card">
        <div class="title"><h2>${words.flow}</h2><p class="quiet tabular">${data.sessions.toLocaleString()} ${words.sessions}</p></div>
        <div class="fields no-print">${this.pickers(data, words)}</div>
        <p class="quiet">${words.flowLead}</p>
        ${data.drawn === data.version ? nothing : html`<p class="quiet" role="note">${words.otherDrawn}</p>`}
        <div class="map" tabindex="0" role="group" aria-label=${words.flow}></div>
      </section>
      ${this.node ? this.inside(data, words, this.node) : nothing}
      <section class="card"><div class="title"><h2>${words.nodes}</h2></div>${this.table(data, words)}</section>`;
  }

  private pickers(data: FlowMap, words: InsightWords) {
    return html`<label>${words.version}<select class="input" @change=${(event: Event) => this.look({ version: (event.target as HTMLSelectElement).value })}>
        ${data.versions.map((v) => html`<option value=${v.version} ?selected=${v.version === data.version}>${rowName("version", { value: v.version, published: v.published }, this.language.now)} (${v.sessions.toLocaleString()})</option>`)}</select></label>
      <label>${words.flowOne}<select class="input" @change=${(event: Event) => this.look({ flow: (event.target as HTMLSelectElement).value })}>
        ${data.flows.map((name) => html`<option value=${name} ?selected=${name === data.flow}>${name}</option>`)}</select></label>
      <label>${words.colour}<select class="input" @change=${(event: Event) => {
        this.measure = (event.target as HTMLSelectElement).value as Measure;
        this.paint();
      }}>${MEASURES.map((name) => html`<option value=${name} ?selected=${name === this.measure}>${words[name]}</option>`)}</select></label>`;
  }

  private look(what: { version?: string; flow?: string }): void {
    if (what.version !== undefined) this.version = what.version;
    if (what.flow !== undefined) this.flow = what.flow;
    this.node = null;
    void this.reload();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const svg = this.data?.svg ?? "";
    if (this.place && svg && (svg !== this.drawn || this.place.childElementCount === 0)) this.draw(svg);
  }

  /** The picture comes from our own server; its sheet of style is adopted, since the page allows none inline. */
  private draw(svg: string): void {
    const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(this.themed(this.data?.sheet ?? ""));
    const kept = this.shadowRoot?.adoptedStyleSheets.filter((one) => !MAPS.has(one)) ?? [];
    MAPS.add(sheet);
    if (this.shadowRoot) this.shadowRoot.adoptedStyleSheets = [...kept, sheet];
    parsed.setAttribute("role", "group"); // boxes one can press are no picture
    for (const box of parsed.querySelectorAll<SVGGElement>(".box")) this.arm(box);
    this.place?.replaceChildren(document.importNode(parsed, true));
    this.drawn = svg;
    this.toEntrance();
    for (const box of this.place?.querySelectorAll<SVGGElement>(".box[tabindex]") ?? []) {
      box.addEventListener("click", () => void this.choose(box.dataset["node"] ?? ""));
      box.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        void this.choose(box.dataset["node"] ?? "");
      });
    }
    this.paint();
  }

  /** On a narrow screen, begin where callers do: the topmost box in the middle. */
  private toEntrance(): void {
    const place = this.place;
    const boxes = [...(place?.querySelectorAll(".box") ?? [])].map((box) => box.getBoundingClientRect());
    const first = boxes.sort((a, b) => a.top - b.top)[0];
    if (!place || !first) return;
    const outer = place.getBoundingClientRect();
    place.scrollLeft += first.left + first.width / 2 - (outer.left + outer.width / 2);
  }

  /** The drawing's own colours give way to the page's, so that it is light or dark as the page is. */
  private themed(sheet: string): string {
    const dark = /@media \(prefers-color-scheme: dark\) \{ svg \{([^}]*)\} \}/.exec(sheet)?.[1] ?? "";
    const page = getComputedStyle(this).colorScheme;
    const isDark = page === "dark" || (page !== "light" && window.matchMedia("(prefers-color-scheme: dark)").matches);
    const plain = sheet.replace(/@media \(prefers-color-scheme: dark\) \{ svg \{[^}]*\} \}/, "");
    return isDark ? `${plain} svg {${dark}}` : plain;
  }

  private arm(box: SVGGElement): void {
    const node = box.dataset["node"];
    const known = this.data?.nodes.find((one) => one.node === node);
    if (!known) return;
    box.setAttribute("tabindex", "0");
    box.setAttribute("role", "button");
    const texts = [...box.querySelectorAll("text")];
    for (const one of texts) one.append(" "); // they are read as words, not as one
    const seen = texts.map((one) => one.textContent).join("");
    box.setAttribute("aria-label", `${seen} (${node}: ${known.visits.toLocaleString()})`);
  }

  /** Colour every box by the chosen measure. */
  private paint(): void {
    const nodes = new Map((this.data?.nodes ?? []).map((one) => [one.node, one]));
    const most = Math.max(...[...nodes.values()].map((one) => this.weight(one)), 0.0001);
    for (const box of this.place?.querySelectorAll<SVGGElement>(".box") ?? []) {
      const node = nodes.get(box.dataset["node"] ?? "");
      box.querySelector(".heat")?.remove();
      box.classList.toggle("chosen", box.dataset["node"] === this.node);
      const shape = box.querySelector<SVGElement>(".shape");
      const weight = node ? this.weight(node) / most : 0;
      if (!shape || weight <= 0) continue;
      const heat = shape.cloneNode() as SVGElement;
      heat.setAttribute("class", "heat");
      heat.setAttribute("opacity", (0.06 + 0.5 * weight).toFixed(2));
      shape.after(heat);
    }
  }

  private weight(node: NodeTraffic): number {
    switch (this.measure) {
      case "traffic":
        return node.visits;
      case "left":
        return node.left.value ?? 0;
      case "miss":
        return node.miss.value ?? 0;
      case "silence":
        return node.silence.value ?? 0;
      case "trap":
        return node.trapped.value ?? 0;
      case "effortHere":
        return node.effort ?? 0;
    }
  }

  private async choose(node: string): Promise<void> {
    this.node = node;
    this.sessions = [];
    this.paint();
    await this.more(null);
    await this.updateComplete;
    this.renderRoot.querySelector("fd-sessions")?.scrollIntoView({ block: "nearest" });
  }

  private async more(after: string | null): Promise<void> {
    if (!this.period || !this.node) return;
    const found = await insight.sessions(this.period, { node: this.node, version: this.data?.version, after: after ?? undefined });
    this.sessions = [...this.sessions, ...found.sessions];
    this.next = found.next;
  }

  private inside(data: FlowMap, words: InsightWords, node: string) {
    return html`<section class="card"><div class="title"><h2>${words.sessionsAt(node)}</h2>
        <button class="button small" @click=${() => { this.node = null; this.paint(); }}>${words.close}</button></div>
      ${this.sessions.length === 0 ? html`<p class="quiet">${words.noSessions}</p>` : html`<fd-sessions .rows=${this.sessions} tz=${data.tz}></fd-sessions>`}
      ${this.next ? html`<button class="button" @click=${() => void this.more(this.next)}>${words.more}</button>` : nothing}</section>`;
  }

  private table(data: FlowMap, words: InsightWords) {
    const lang = this.language.now;
    const share = (value: number | null): string => amount(value, "share", lang);
    const nodes = [...data.nodes].sort((a, b) => b.visits - a.visits);
    const rows: Cell[][] = [["node", "visits", "sessions", "last", "left", "miss", "silence", "trapped", "effort"]];
    rows.push(...nodes.map((n): Cell[] => [n.node, n.visits, n.sessions, n.last, n.left.value, n.miss.value, n.silence.value, n.trapped.value, n.effort]));
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${words.node}><table>
      <thead><tr><th scope="col">${words.node}</th><th scope="col" class="num">${words.visits}</th><th scope="col" class="num">${words.sessions}</th>
        <th scope="col" class="num">${words.last}</th><th scope="col" class="num">${words.left}</th><th scope="col" class="num">${words.miss}</th>
        <th scope="col" class="num">${words.silence}</th><th scope="col" class="num">${words.trap}</th><th scope="col" class="num">${words.effortHere}</th></tr></thead>
      <tbody>${nodes.map((n) => html`<tr class=${n.node === this.node ? "chosen" : ""}>
        <th scope="row"><button class="row-button" @click=${() => void this.choose(n.node)}>${n.node}</button></th>
        <td class="num">${n.visits.toLocaleString()}</td><td class="num">${n.sessions.toLocaleString()}</td><td class="num">${n.last.toLocaleString()}</td>
        <td class="num">${share(n.left.value)}</td><td class="num">${share(n.miss.value)}</td><td class="num">${share(n.silence.value)}</td>
        <td class="num">${share(n.trapped.value)}</td><td class="num">${amount(n.effort, "points", lang)}</td></tr>`)}</tbody></table></div>
      <button class="button small" @click=${() => download("flow-nodes", rows)}>${words.download}</button>`;
  }
}

const MAPS = new WeakSet<CSSStyleSheet>();
