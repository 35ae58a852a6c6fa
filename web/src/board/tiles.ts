// The figures that have a target, each as a tile: what it is, what it should be, whether it is. The missed ones come first.
import { css, html, nothing, type TemplateResult } from "lit";
import type { Lang } from "../ui/i18n";
import { amount, targetText } from "./amount";
import { verdictBadge } from "./figure-table";
import type { Catalogue, Figure, Named } from "./insight";
import type { InsightWords } from "./insight-words";

const ORDER: Readonly<Record<string, number>> = { missed: 0, unclear: 1, met: 2 };

export const tileStyles = css`
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(11.5rem, 45%), 1fr));
    gap: var(--fd-s3);
  }
  .tile {
    display: grid;
    grid-template-rows: 1fr auto auto;
    gap: var(--fd-s1);
    padding: var(--fd-s3) var(--fd-s4);
    background: var(--fd-surface);
    border: 1px solid var(--fd-line);
    border-radius: var(--fd-r2);
    border-inline-start-width: 4px;
    break-inside: avoid;
  }
  .tile.missed {
    border-inline-start-color: var(--fd-danger);
  }
  .tile.met {
    border-inline-start-color: var(--fd-pine);
  }
  .tile .amount {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--fd-s1) var(--fd-s2);
  }
  .tile b {
    font-size: var(--fd-text-xl);
    font-variant-numeric: tabular-nums;
  }
`;

export function tiles(catalogue: Catalogue, figures: Readonly<Record<string, Figure>>, words: InsightWords, lang: Lang): TemplateResult | typeof nothing {
  const judged = catalogue.figures.flatMap((named): [Named, Figure][] => {
    const figure = figures[named.id];
    return figure?.verdict && figure.n > 0 ? [[named, figure]] : [];
  });
  if (judged.length === 0) return nothing;
  judged.sort(([, a], [, b]) => (ORDER[a.verdict ?? ""] ?? 3) - (ORDER[b.verdict ?? ""] ?? 3));
  return html`<ul class="tiles" aria-label=${words.againstTargets}>${judged.map(([named, figure]) => html`<li class="tile ${figure.verdict}">
    <span title=${named.meaning[lang]}>${named[lang]}</span><span class="amount"><b>${amount(figure.value, named.unit, lang)}</b> ${verdictBadge(figure, words)}</span>
    <small class="quiet">${targetText(figure.target, named.unit, lang)} · n = ${figure.n.toLocaleString()}</small></li>`)}</ul>`;
}
