// Who came back about the same, as whole chains: phone, gave up → 12 h → chat, gave up → 2 days → phone, with a person.
import { css, html, type TemplateResult } from "lit";
import { label } from "../staff/words";
import type { Lang } from "../ui/i18n";
import { icon } from "../ui/icons";
import { ago } from "./amount";
import type { Chain, ChainStep } from "./insight";
import { type InsightWords, valueName } from "./insight-words";
import { outcomeName } from "./outcomes";
import { dayIn } from "./times";
import { dayShort } from "../staff/format";

export const chainStyles = css`
  .chains {
    display: grid;
    gap: var(--fd-s4);
  }
  .chains > li {
    display: grid;
    gap: var(--fd-s2);
    padding-bottom: var(--fd-s3);
    border-bottom: 1px solid var(--fd-line);
  }
  .chain {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fd-s2);
    align-items: center;
  }
  .chain li {
    display: inline-flex;
    gap: var(--fd-s2);
    align-items: center;
  }
  .gap {
    color: var(--fd-ink-2);
    font-size: var(--fd-text-sm);
    white-space: nowrap;
  }
  .visit {
    display: inline-flex;
    gap: var(--fd-s2);
    align-items: center;
    min-height: 2rem;
    padding: var(--fd-s1) var(--fd-s3);
    border: 1px solid var(--fd-line-strong);
    border-radius: 99px;
    background: var(--fd-surface);
    color: var(--fd-ink);
    font-size: var(--fd-text-sm);
    cursor: pointer;
  }
  .visit:hover {
    border-color: var(--fd-pine);
  }
`;

export function chainList(chains: readonly Chain[], tz: string, words: InsightWords, lang: Lang): TemplateResult {
  if (chains.length === 0) return html`<p class="quiet">${words.noneYet}</p>`;
  return html`<ol class="chains">${chains.map((chain) => html`<li>
    <span><strong>${label("goal", chain.goal ?? "unknown", lang)}</strong> <span class="quiet">${words.contacts(chain.steps.length)} · ${dayShort(dayIn(chain.started_at, tz), lang)}</span></span>
    <ol class="chain">${chain.steps.map((step) => html`<li>${gap(step, words, lang)}${visit(step, lang)}</li>`)}</ol></li>`)}</ol>`;
}

function gap(step: ChainStep, words: InsightWords, lang: Lang) {
  if (step.gap_s === undefined) return "";
  const how = step.kind === "continuation" ? words.goesOn : ago(step.gap_s, lang);
  return html`<span class="gap">→ ${how} →</span>`;
}

function visit(step: ChainStep, lang: Lang) {
  const open = (event: Event): void => {
    event.currentTarget?.dispatchEvent(new CustomEvent("story", { detail: step.session, bubbles: true, composed: true }));
  };
  return html`<button class="visit" @click=${open}>${icon(step.channel === "voice" ? "phone" : "chat", 16)}
    <span>${valueName("channel", step.channel, lang)}: ${outcomeName(step.outcome, lang)}</span></button>`;
}
