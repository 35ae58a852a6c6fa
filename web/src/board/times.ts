// Times of the house's zone, for forms and lists. Pure; epoch seconds come in.
import { dateFormat } from "../ui/dates";

/** `"2026-11-26T09:30"` in a time zone, as a form's field for date and time takes it. */
export function localTime(at: number, tz: string): string {
  const format = dateFormat("sv-SE", { timeZone: tz, dateStyle: "short", timeStyle: "short" });
  return format.format(at * 1000).replace(" ", "T");
}

/** The day `YYYY-MM-DD` a moment belongs to in a time zone. */
export function dayIn(at: number, tz: string): string {
  return localTime(at, tz).slice(0, 10);
}

/** The ends of an axis: those of the data, in order, or a `step` around a single place, which has no width of its own. */
export function spread(places: readonly number[], step: number): [number, number] {
  const [low, high] = [places[0] ?? 0, places.at(-1) ?? 0];
  return low < high ? [low, high] : [low - step / 2, low + step / 2];
}
