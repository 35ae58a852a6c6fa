// What may be said of a share: whether its n is enough, its 95 % interval, and how it stands to a target. Pure.

export const ENOUGH = 20;
export const TARGETS = { self_service: 0.4, easy: 0.7 } as const;
const Z = 1.959963984540054;

export interface Interval {
  low: number;
  high: number;
}

/** Wilson's 95 % interval of `hits` in `n`; null without n. */
export function wilson(hits: number, n: number): Interval | null {
  if (n <= 0) return null;
  const p = hits / n;
  const z2 = Z * Z;
  const middle = p + z2 / (2 * n);
  const reach = Z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  const low = (middle - reach) / (1 + z2 / n);
  const high = (middle + reach) / (1 + z2 / n);
  return { low: Math.min(p, Math.max(0, low)), high: Math.max(p, Math.min(1, high)) };
}

export type Verdict = "none" | "few" | "above" | "below" | "open";

/** How a share with its interval stands to a target: only an interval wholly on one side decides. */
export function verdict(n: number, interval: Interval | null, target: number): Verdict {
  if (n === 0 || !interval) return "none";
  if (n < ENOUGH) return "few";
  if (interval.low >= target) return "above";
  return interval.high < target ? "below" : "open";
}

/** Whether a rate, as shown in whole percent, is what a reader gets by dividing the numbers beside it. */
export const asDivided = (rate: number, hits: number, n: number): boolean => n === 0 || Math.round(rate * 100) === Math.round((hits / n) * 100);
