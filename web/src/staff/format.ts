// How staff pages write times, durations and shares. Pure; times come in as epoch seconds.
import { dateFormat } from "../ui/dates";
import { htmlLang, type Lang } from "../ui/i18n";

/** `95` → `"1 min 35 s"`; hours drop the seconds: `"1 h 05 min"`. */
export function duration(seconds: number, lang: Lang): string {
  const whole = Math.max(0, Math.round(seconds));
  const h = Math.floor(whole / 3600);
  const m = Math.floor((whole % 3600) / 60);
  const s = whole % 60;
  const [hour, minute, second] = lang === "zh" ? [" 小时", " 分", " 秒"] : [" h", " min", " s"];
  if (h > 0) return `${h}${hour} ${String(m).padStart(2, "0")}${minute}`;
  if (m > 0) return s > 0 ? `${m}${minute} ${String(s).padStart(2, "0")}${second}` : `${m}${minute}`;
  return `${s}${second}`;
}

/** A running clock: `95` → `"1:35"`. */
export function stopwatch(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const h = Math.floor(whole / 3600);
  const m = Math.floor((whole % 3600) / 60);
  const two = (n: number): string => String(n).padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(whole % 60)}` : `${m}:${two(whole % 60)}`;
}

export function clock(at: number, lang: Lang, options: { seconds?: boolean; tz?: string } = {}): string {
  const format: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  if (options.seconds) format.second = "2-digit";
  if (options.tz) format.timeZone = options.tz;
  return dateFormat(locale(lang), format).format(at * 1000);
}

export function isoTime(at: number): string {
  return new Date(at * 1000).toISOString();
}

/** A calendar day `YYYY-MM-DD` in words, whatever the reader's time zone. */
export function dayName(day: string, lang: Lang): string {
  const date = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  const format: Intl.DateTimeFormatOptions = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
  return dateFormat(locale(lang), { ...format, timeZone: "UTC" }).format(date);
}

/** The day `days` after (or before) `day`. */
export function dayPlus(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** A share as whole percent; 0 < share < 1 never reads as 0 % or 100 %. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  if (whole === 0 && share > 0) return "<1 %";
  if (whole === 100 && share < 1) return ">99 %";
  return `${whole} %`;
}

/** A range of seconds as the customer was told it: `"1–3 min"`. */
export function minutesRange(low: number, high: number, lang: Lang): string {
  const unit = lang === "zh" ? " 分钟" : " min";
  const from = Math.floor(low / 60);
  const to = Math.max(1, Math.ceil(high / 60));
  if (from === to || from === 0) return lang === "zh" ? `${to}${unit}以内` : `up to ${to}${unit}`;
  return `${from}–${to}${unit}`;
}

const locale = (lang: Lang): string => (lang === "en" ? "en-GB" : htmlLang(lang));

/** A day `YYYY-MM-DD` in few characters: "3 Nov", "11月3日". */
export function dayShort(day: string, lang: Lang): string {
  const date = new Date(`${day}T12:00:00Z`);
  return Number.isNaN(date.getTime()) ? day : dateFormat(locale(lang), { day: "numeric", month: "short", timeZone: "UTC" }).format(date);
}

/** Day and time of a moment; by the reader's own clock, unless a time zone is named. */
export function moment(at: number, lang: Lang, tz?: string): string {
  const zone = tz ? { timeZone: tz } : {};
  return dateFormat(locale(lang), { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23", ...zone }).format(at * 1000);
}

/** Hundredths of a currency. */
export function money(hundredths: number, currency: string, lang: Lang): string {
  return new Intl.NumberFormat(locale(lang), { style: "currency", currency }).format(hundredths / 100);
}
