// Two values of a slice side by side (two versions of the flows, two arms), each difference with its interval.
import { html, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { amount, change } from "./amount";
import { download } from "./csv";
import { type Comparison, insight, type Period } from "./insight";
import { type InsightWords, sliceName, valueName } from "./insight-words";
import { InsightView } from "./view";

interface Data {
  values: string[];
  pair: Comparison | null;
}

@customElement("fd-compare-view")
export class FdCompareView extends InsightView<Data> {
  @state() private by = "version";
  @state() private one = "";
  @state() private other = "";

  protected async load(period: Period): Promise<Data> {
    const found = await insight.breakdown(period, this.by, "self_service");
    const values = found.rows.map((row) => row.value);
    if (!values.includes(this.one)) this.one = values[1] ?? "";
    if (!values.includes(this.other) || this.other === this.one) this.other = values.find((value) => value !== this.one) ?? "";
    const pair = this.one && this.other ? await insight.compare(period, this.by, this.one, this.other) : null;
    return { values, pair };
  }

  protected show(data: Data, words: InsightWords): TemplateResult {
    const lang = this.language.now;
    const pick = (label: string, chosen: string, take: (value: string) => void) => html`<label>${label}<select class="input"
      @change=${(event: Event) => { take((event.target as HTMLSelectElement).value); void this.reload(); }}>
      ${data.values.map((value) => html`<option value=${value} ?selected=${value === chosen}>${valueName(this.by, value, lang)}</option>`)}</select></label>`;
    return html`<section class="card"><div class="title"><h2>${words.compare}</h2></div><p class="quiet">${words.compareLead}</p>
      <div class="fields no-print"><label>${words.by}<select class="input" @change=${(event: Event) => {
          this.by = (event.target as HTMLSelectElement).value;
          this.one = this.other = "";
          void this.reload();
        }}>${(this.catalogue?.slices ?? []).filter((s) => s !== "all").map((s) => html`<option value=${s} ?selected=${s === this.by}>${sliceName(s, lang)}</option>`)}</select></label>
        ${pick(words.one, this.one, (value) => (this.one = value))}${pick(words.other, this.other, (value) => (this.other = value))}</div>
      ${data.pair ? this.table(data.pair, words) : html`<p class="quiet">${words.chooseTwo}</p>`}</section>`;
  }

  private table(pair: Comparison, words: InsightWords) {
    const lang = this.language.now;
    const known = (this.catalogue?.figures ?? []).filter((named) => pair.one.figures[named.id] && pair.other.figures[named.id]);
    const names = [valueName(this.by, pair.one.value, lang), valueName(this.by, pair.other.value, lang)] as const;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${words.compare}><table>
        <thead><tr><th scope="col">${words.figure}</th><th scope="col" class="num">${names[0]}<small>${pair.one.sessions.toLocaleString()}</small></th>
          <th scope="col" class="num">${names[1]}<small>${pair.other.sessions.toLocaleString()}</small></th><th scope="col" class="num">${words.difference}</th><th scope="col"></th></tr></thead>
        <tbody>${known.map((named) => {
          const gap = pair.differences[named.id];
          const [a, b] = [pair.one.figures[named.id], pair.other.figures[named.id]];
          const good = gap?.sure && named.better !== "middle" && gap.value !== null ? (gap.value > 0) === (named.better === "more") : null;
          return html`<tr><th scope="row"><span title=${named.meaning[lang]}>${named[lang]}</span></th>
            <td class="num">${amount(a?.value, named.unit, lang)}<small>n = ${a?.n.toLocaleString()}</small></td>
            <td class="num">${amount(b?.value, named.unit, lang)}<small>n = ${b?.n.toLocaleString()}</small></td>
            <td class="num">${change(gap?.value ?? null, named.unit, lang)}<small>${gap && gap.low !== null ? `${change(gap.low, named.unit, lang)} … ${change(gap.high, named.unit, lang)}` : ""}</small></td>
            <td>${gap?.value === null || !gap ? "" : html`<span class="badge ${good === null ? "" : good ? "ok" : "danger"}">${gap.sure ? words.sure : words.notSure}</span>`}</td></tr>`;
        })}</tbody></table></div>
      <button class="button small" @click=${() => download("compare", [["figure", names[0], names[1], "difference", "low", "high"],
        ...known.map((named) => [named.id, pair.one.figures[named.id]?.value ?? null, pair.other.figures[named.id]?.value ?? null, pair.differences[named.id]?.value ?? null, pair.differences[named.id]?.low ?? null, pair.differences[named.id]?.high ?? null])])}>${words.download}</button>`;
  }
}
