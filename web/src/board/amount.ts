// How figures are written: by their unit, with their interval, as a change. Pure.
import { duration } from "../staff/format";
import type { Lang } from "../ui/i18n";
import type { Figure, Plain, Target, Unit } from "./insight";

/** `0.4123` → `"41.2 %"`, seconds as time, scores with two places. */
export function amount(value: number | null | undefined, unit: Unit, lang: Lang): string {
  if (value === null || value === undefined) return "–";
  switch (unit) {
    case "share":
      return `${(100 * value).toFixed(Math.abs(value) < 0.1 ? 1 : 0)} %`;
    case "seconds":
      return value < 0 ? `−${duration(-value, lang)}` : duration(value, lang);
    case "score":
      return value.toFixed(2);
    case "points":
      return value.toFixed(Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0);
  }
}

/** `"38 % to 45 %"`, or nothing when the figure has no interval. */
export function between(figure: Plain | Figure, unit: Unit, lang: Lang): string {
  if (figure.low === null || figure.high === null) return "";
  return `${amount(figure.low, unit, lang)} – ${amount(figure.high, unit, lang)}`;
}

/** A difference with its sign: `"+3.1 points"` of a share, `"−12 s"`. */
export function change(value: number | null, unit: Unit, lang: Lang): string {
  if (value === null) return "–";
  const size = Math.abs(value);
  const written = unit === "share" ? `${(100 * size).toFixed(1)} ${lang === "zh" ? "个百分点" : "pt"}` : amount(size, unit, lang);
  const nought = !/[1-9]/.test(written); // as it is written: what rounds to nought has no direction
  return `${nought ? "±" : value > 0 ? "+" : "−"}${written}`;
}

/** How long between two contacts, in its largest unit: `"12 h"`, `"2 days"`. */
export function ago(seconds: number, lang: Lang): string {
  const [minutes, hours, days] = [seconds / 60, seconds / 3600, seconds / 86_400].map(Math.round) as [number, number, number];
  if (minutes < 60) return lang === "zh" ? `${minutes} 分钟` : `${minutes} min`;
  if (hours < 36) return lang === "zh" ? `${hours} 小时` : `${hours} h`;
  return lang === "zh" ? `${days} 天` : `${days} days`;
}

/** A target in words: `"≥ 40 %"`, `"70 % – 80 %"`. */
export function targetText(target: Target | null, unit: Unit, lang: Lang): string {
  if (!target) return "";
  const low = target.at_least === null ? "" : amount(target.at_least, unit, lang);
  const high = target.at_most === null ? "" : amount(target.at_most, unit, lang);
  if (low && high) return `${low} – ${high}`;
  return low ? `≥ ${low}` : `≤ ${high}`;
}
