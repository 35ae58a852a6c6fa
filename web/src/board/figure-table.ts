// Figures as a table: value, interval, n, target, state, formula. One row can be chosen; every number can be downloaded.
import { html, nothing, type TemplateResult } from "lit";
import type { Lang } from "../ui/i18n";
import { amount, between, targetText } from "./amount";
import { type Cell, download } from "./csv";
import type { Breakdown, Catalogue, Figure, Named } from "./insight";
import type { InsightWords } from "./insight-words";

const QUESTIONED: ReadonlySet<string> = new Set(["easy", "ces", "ces_answers", "easy_answers", "ces_index", "csat", "csat_answers", "nps", "nps_answers"]);

/** Where a group of figures begins, and what it is about. */
const HEADS: Readonly<Record<string, readonly [string, string]>> = {
  self_service: ["What became of sessions", "会话结果"],
  easy: ["How hard it was for customers", "客户感受与费力度"],
  answer_rate: ["Waiting for a human", "等待人工"],
  aht: ["Humans at work", "人工处理"],
  promises_kept: ["Promises and told waits", "承诺与等待预告"],
};

export interface FigureRows {
  catalogue: Catalogue;
  figures: Readonly<Record<string, Figure>>;
  words: InsightWords;
  lang: Lang;
  file: string;
  chosen?: string;
  choose?: (id: string) => void;
}

export function figureTable(rows: FigureRows): TemplateResult {
  const { words } = rows;
  const known = rows.catalogue.figures.filter((named) => shown(named.id, rows.figures[named.id]));
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${words.figures}><table>
      <thead><tr><th scope="col">${words.figure}</th><th scope="col" class="num">${words.valueHead}</th><th scope="col" class="num">${words.interval}</th>
        <th scope="col" class="num">${words.n}</th><th scope="col" class="num">${words.target}</th><th scope="col">${words.state}</th>
        <th scope="col">${words.formula}</th></tr></thead>
      <tbody>${known.map((named) => figureRow(named, rows.figures[named.id] as Figure, rows))}</tbody>
    </table></div>
    <button class="button small" @click=${() => download(rows.file, figureCells(rows, known))}>${words.download}</button>`;
}

/** A breakdown as cells: a line for each value, and of each figure its value, interval and n. */
export function breakdownCells(data: Breakdown, ids: readonly string[]): Cell[][] {
  const head = ids.flatMap((id) => [id, `${id} low`, `${id} high`, `${id} n`]);
  const lines = data.rows.map((row): Cell[] => [
    row.value,
    row.sessions,
    ...ids.flatMap((id): Cell[] => {
      const figure = row.figures[id];
      return [figure?.value ?? null, figure?.low ?? null, figure?.high ?? null, figure?.n ?? 0];
    }),
  ]);
  return [[data.by, "sessions", ...head], ...lines];
}

/** A figure of a question nobody was asked is left out. */
function shown(id: string, figure: Figure | undefined): boolean {
  return figure !== undefined && (figure.n > 0 || !QUESTIONED.has(id));
}

function figureRow(named: Named, figure: Figure, rows: FigureRows): TemplateResult {
  const { words, lang, choose } = rows;
  const name = named[lang];
  const chosen = rows.chosen === named.id;
  const head = HEADS[named.id]?.[lang === "zh" ? 1 : 0];
  return html`${head ? html`<tr class="head"><th colspan="7" scope="colgroup">${head}</th></tr>` : nothing}<tr class=${chosen ? "chosen" : ""}>
    <th scope="row">${choose
      ? html`<button class="row-button" aria-pressed=${chosen ? "true" : "false"} title=${named.meaning[lang]} @click=${() => choose(named.id)}>${name}</button>`
      : html`<span title=${named.meaning[lang]}>${name}</span>`}</th>
    <td class="num">${amount(figure.value, named.unit, lang)}</td>
    <td class="num">${between(figure, named.unit, lang) || "–"}</td>
    <td class="num">${figure.n.toLocaleString()}</td>
    <td class="num">${targetText(figure.target, named.unit, lang) || "–"}</td>
    <td>${verdictBadge(figure, words)} <span class="badge">${words[figure.state]}</span></td>
    <td><code>${figure.formula}</code></td>
  </tr>`;
}

export function verdictBadge(figure: Figure, words: InsightWords): TemplateResult | typeof nothing {
  if (!figure.verdict) return nothing;
  const tone = { met: "ok", missed: "danger", unclear: "" }[figure.verdict];
  return html`<span class="badge ${tone}">${words[figure.verdict]}</span>`;
}

function figureCells(rows: FigureRows, known: readonly Named[]): Cell[][] {
  const { words, lang } = rows;
  const head = [words.figure, "id", words.formula, words.valueHead, "low", "high", words.n, words.state];
  return [
    head,
    ...known.map((named): Cell[] => {
      const figure = rows.figures[named.id] as Figure;
      return [named[lang], named.id, figure.formula, figure.value, figure.low, figure.high, figure.n, words[figure.state]];
    }),
  ];
}
