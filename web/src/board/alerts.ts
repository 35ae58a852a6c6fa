// Targets that were missed: the finding first and in bold, then the likely driver, then what happened meanwhile.
import { html, type TemplateResult } from "lit";
import type { Lang } from "../ui/i18n";
import { icon } from "../ui/icons";
import type { Alert } from "./insight";
import { type InsightWords, valueName } from "./insight-words";

/** The sentence with the driver's value by its name: `intent “order_status”` → `intent “Order status”`. */
export function said(alert: Alert, lang: Lang): string {
  const { driver } = alert;
  return driver ? alert[lang].replace(`“${driver.value}”`, `“${valueName(driver.slice, driver.value, lang)}”`) : alert[lang];
}

/** Its first sentence, and the rest. */
export function parts(text: string, lang: Lang): readonly [string, string] {
  const end = lang === "zh" ? text.indexOf("。") + 1 : text.search(/\. [A-Z]/) + 1;
  return end > 0 ? [text.slice(0, end), text.slice(end).trim()] : [text, ""];
}

export function alertList(alerts: readonly Alert[], words: InsightWords, lang: Lang): TemplateResult | TemplateResult[] {
  if (alerts.length === 0) return html`<p class="alert fine">${icon("check")}<span>${words.allMet}</span></p>`;
  return alerts.map((alert) => {
    const [finding, why] = parts(said(alert, lang), lang);
    return html`<p class="alert">${icon("warn")}<span><strong>${finding}</strong> ${why}</span></p>`;
  });
}
