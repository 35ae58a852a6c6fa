// Targets that were missed: the finding first and in bold, then the likely driver, then what happened meanwhile.
import { html, type TemplateResult } from "lit";
import type { Lang } from "../ui/i18n";
import { icon } from "../ui/icons";
import { rowName } from "./compare-words";
import type { Alert, Figure } from "./insight";
import type { InsightWords } from "./insight-words";

/** The sentence with the driver's value by its name: `intent “order_status”` → `intent “Order status”`. */
export function said(alert: Alert, lang: Lang): string {
  const { driver } = alert;
  return driver ? alert[lang].replace(`“${driver.value}”`, () => `“${rowName(driver.slice, driver, lang)}”`) : alert[lang];
}

/** Its first sentence, and the rest. */
export function parts(text: string, lang: Lang): readonly [string, string] {
  const end = lang === "zh" ? text.indexOf("。") + 1 : text.search(/\. [A-Z]/) + 1;
  return end > 0 ? [text.slice(0, end), text.slice(end).trim()] : [text, ""];
}

/** The targets missed; that none is missed is good news only where one is surely met. */
export function alertList(alerts: readonly Alert[], figures: Readonly<Record<string, Figure>>, words: InsightWords, lang: Lang): TemplateResult | TemplateResult[] {
  if (alerts.length === 0 && !Object.values(figures).some((one) => one.verdict === "met")) return html`<p class="quiet">${words.noneJudged}</p>`;
  if (alerts.length === 0) return html`<p class="alert fine">${icon("check")}<span>${words.allMet}</span></p>`;
  return alerts.map((alert) => {
    const [finding, why] = parts(said(alert, lang), lang);
    return html`<p class="alert">${icon("warn")}<span><strong>${finding}</strong> ${why}</span></p>`;
  });
}
