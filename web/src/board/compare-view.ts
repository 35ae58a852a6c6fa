// Two values of a slice side by side (two versions of the flows, two arms), each difference with its interval.
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { clock, dayShort } from "../staff/format";
import { amount, between, change } from "./amount";
import { byChance, type Compared, compared, firstPair, inOrder, place } from "./compare";
import { compareWords, type CompareWords, rowName } from "./compare-words";
import { download } from "./csv";
import { type Breakdown, type Comparison, type Figure, insight, type Period } from "./insight";
import { type InsightWords, sliceName, valueName } from "./insight-words";
import { compareStyles } from "./compare-styles";
import { dayIn } from "./times";
import { InsightView } from "./view";

type Rows = Breakdown["rows"];
interface Data {
  values: Rows;
  pair: Comparison | null;
}
const TONES = { better: "ok", worse: "danger", differs: "brass", chance: "" } as const;
const KEPT = ["by", "one", "other"] as const;

@customElement("fd-compare-view")
export class FdCompareView extends InsightView<Data> {
  static override styles = [...InsightView.styles, compareStyles];

  @state() private by = "version";
  @state() private one = "";
  @state() private other = "";

  override connectedCallback(): void {
    const given = new URL(window.location.href).searchParams;
    for (const name of KEPT) this[name] = given.get(name) ?? this[name];
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.address({});
  }

  protected async load(period: Period): Promise<Data> {
    const found = await insight.breakdown(period, this.by, "self_service");
    const known = found.rows.map((row) => row.value);
    if (!known.includes(this.one) || !known.includes(this.other) || this.one === this.other) [this.one, this.other] = firstPair(found);
    const pair = this.one && this.other ? await insight.compare(period, this.by, this.one, this.other) : null;
    if (this.isConnected) this.address(pair ? { by: this.by, one: this.one, other: this.other } : {});
    return { values: inOrder(found), pair };
  }

  /** What is compared is in the address, too. */
  private address(chosen: Readonly<Partial<Record<(typeof KEPT)[number], string>>>): void {
    const address = new URL(window.location.href);
    for (const name of KEPT) address.searchParams.delete(name);
    for (const [name, value] of Object.entries(chosen)) address.searchParams.set(name, value);
    history.replaceState(null, "", address);
  }

  protected show(data: Data, words: InsightWords): TemplateResult {
    const lang = this.language.now;
    const own = compareWords(lang);
    const slices = (this.catalogue?.slices ?? []).filter((slice) => slice !== "all");
    return html`<section class="card"><div class="title"><h2>${words.compare}</h2></div><p class="quiet">${own.lead}</p>
      <div class="fields no-print"><label>${words.by}<select class="input" @change=${(event: Event) => {
          this.by = (event.target as HTMLSelectElement).value;
          this.one = this.other = "";
          void this.reload();
        }}>${slices.map((slice) => html`<option value=${slice} ?selected=${slice === this.by}>${sliceName(slice, lang)}</option>`)}</select></label>
        ${this.pick(own.first, this.one, data.values, (value) => (this.one = value))}${this.pick(own.second, this.other, data.values, (value) => (this.other = value))}</div>
      ${data.pair ? this.told(data.pair, data.values, words, own) : html`<p class="quiet">${words.chooseTwo}</p>`}</section>`;
  }

  private pick(label: string, chosen: string, values: Rows, take: (value: string) => void) {
    return html`<label>${label}<select class="input" @change=${(event: Event) => {
      take((event.target as HTMLSelectElement).value);
      void this.reload();
    }}>${values.map((row) => html`<option value=${row.value} ?selected=${row.value === chosen}>${rowName(this.by, row, this.language.now)}</option>`)}</select></label>`;
  }

  private told(pair: Comparison, values: Rows, words: InsightWords, own: CompareWords) {
    const { sure, chance } = compared(this.catalogue as NonNullable<typeof this.catalogue>, pair);
    const all = sure.length + chance.length;
    const running = [...sure, ...chance].some(({ named }) => !named.windowed && pair.other.figures[named.id]?.state === "provisional");
    return html`<div class="pair sides">${this.side(own.first, pair.one, pair, values, own)}${this.side(own.second, pair.other, pair, values, own)}</div>
      <p class="quiet">${own.count(sure.length, all, byChance(all))} ${pair.by === "version" ? own.atTimes : nothing} ${running ? own.running : nothing}</p>
      ${sure.length ? nothing : html`<p class="quiet">${own.noneSure}</p>`}${all ? this.table(sure, chance, pair, words, own) : nothing}
      <button class="button small" @click=${() => download("compare", this.cells([...sure, ...chance], pair, own))}>${words.download}</button>`;
  }

  /** Who is compared: a version with its number, what was new in it, since when, and when and why it was brought back. */
  private side(label: string, side: Comparison["one"], pair: Comparison, values: Rows, own: CompareWords) {
    const lang = this.language.now;
    const row: Rows[number] = values.find(({ value }) => value === side.value) ?? side;
    const { published } = row;
    const at = (time: number): string => `${dayShort(dayIn(time, pair.tz), lang)} ${clock(time, lang, { tz: pair.tz })}`;
    const again = published?.again;
    const back = again ? ` · ${own.again(again.number, at(again.at), again.note)}` : "";
    const when = published ? own.published(at(published.at)) + back : own.unpublished;
    return html`<div class="side"><span class="quiet">${label}</span><strong>${rowName(this.by, row, lang)}</strong>
      <span class="quiet">${this.by === "version" ? html`<code>${valueName(this.by, side.value, lang)}</code> · ${when} · ` : nothing}${own.sessions(side.sessions.toLocaleString())}</span></div>`;
  }

  private table(sure: readonly Compared[], chance: readonly Compared[], pair: Comparison, words: InsightWords, own: CompareWords) {
    const part = (name: string, rows: readonly Compared[]) =>
      rows.length ? html`<tr class="head"><th colspan="6" scope="colgroup">${name}</th></tr>${rows.map((row) => this.row(row, pair, words, own))}` : nothing;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${words.compare}><table class="versus">
        <thead><tr><th scope="col">${words.figure}</th><th scope="col" class="num">${own.first}</th><th scope="col" class="num">${own.second}</th>
          <th scope="col" class="num">${words.difference}</th><th scope="col" class="line"><span class="visually-hidden">${own.interval}</span></th><th scope="col"><span class="visually-hidden">${words.state}</span></th></tr></thead>
        <tbody>${part(own.sure, sure)}${part(own.unsure, chance)}</tbody></table></div>`;
  }

  private row({ named, gap, verdict }: Compared, pair: Comparison, words: InsightWords, own: CompareWords) {
    const lang = this.language.now;
    const cell = (label: string, figure: Figure | undefined) => html`<td class="num" data-name=${label}>${amount(figure?.value, named.unit, lang)}
      <small>${figure ? between(figure, named.unit, lang) : nothing}</small><small>n = ${(figure?.n ?? 0).toLocaleString()}${named.windowed && figure?.state === "provisional" ? ` · ${words.provisional}` : ""}</small></td>`;
    const at = place(gap);
    return html`<tr><th scope="row"><span title=${named.meaning[lang]}>${named[lang]}</span></th>
      ${cell(own.first, pair.one.figures[named.id])}${cell(own.second, pair.other.figures[named.id])}
      <td class="num" data-name=${words.difference}>${change(gap.value, named.unit, lang)}<small>${change(gap.low, named.unit, lang)} … ${change(gap.high, named.unit, lang)}</small></td>
      <td class="line"><svg class=${verdict} viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true"><line class="nought" x1="50" x2="50" y1="0" y2="16"></line>
        <line x1=${at.from} x2=${at.to} y1="8" y2="8"></line><line class="at" x1=${at.at} x2=${at.at} y1="3" y2="13"></line></svg></td>
      <td><span class="badge ${TONES[verdict]}">${own[verdict]}</span></td></tr>`;
  }

  private cells(rows: readonly Compared[], pair: Comparison, own: CompareWords) {
    const sides = [pair.one, pair.other];
    const heads = sides.flatMap((side) => [side.value, `${side.value} low`, `${side.value} high`, `${side.value} n`]);
    const figures = (id: string) => sides.flatMap(({ figures: { [id]: f } }) => [f?.value ?? null, f?.low ?? null, f?.high ?? null, f?.n ?? 0]);
    return [["figure", ...heads, "difference", "low", "high", "verdict"],
      ...rows.map(({ named, gap, verdict }) => [named.id, ...figures(named.id), gap.value, gap.low, gap.high, own[verdict]])];
  }
}
