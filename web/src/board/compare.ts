// What a comparison says: which differences are sure and for whom they are good, where their intervals lie. Pure.
import type { Breakdown, Catalogue, Comparison, Gap, Named } from "./insight";

export type Verdict = "better" | "worse" | "differs" | "chance";
export interface Compared {
  named: Named;
  gap: Gap;
  verdict: Verdict;
}

/** Figures that both have, the sure ones apart. What neither has any case of, or has no difference, is left out. */
export function compared(catalogue: Catalogue, pair: Comparison): { sure: Compared[]; chance: Compared[] } {
  const rows = catalogue.figures.flatMap((named): Compared[] => {
    const gap = pair.differences[named.id];
    return gap && gap.value !== null && gap.low !== null ? [{ named, gap, verdict: judged(named, gap) }] : [];
  });
  return { sure: rows.filter((row) => row.verdict !== "chance"), chance: rows.filter((row) => row.verdict === "chance") };
}

/** Whether a difference is sure, and then for whom it is good. */
export function judged(named: Named, gap: Gap): Verdict {
  if (!gap.sure || gap.value === null) return "chance";
  if (named.better === "middle") return "differs";
  return (gap.value > 0) === (named.better === "more") ? "better" : "worse";
}

/** How many of so many differences look sure though nothing differs: each interval misses one time in twenty. */
export function byChance(figures: number): number {
  return Math.round(figures * 0.05);
}

/** Where a difference and its interval lie, in percent of a line with nought in its middle. */
export function place(gap: Gap): { from: number; to: number; at: number } {
  const [low, high, value] = [gap.low ?? 0, gap.high ?? 0, gap.value ?? 0];
  const widest = Math.max(Math.abs(low), Math.abs(high)) || 1;
  const along = (x: number): number => 50 + (46 * x) / widest;
  return { from: along(low), to: along(high), at: along(value) };
}

/** The values in the order to compare them in: versions as they were published, the others by size. */
export function inOrder(found: Breakdown): Breakdown["rows"] {
  const when = (row: Breakdown["rows"][number]): number => row.published?.number ?? 0;
  return found.by === "version" ? [...found.rows].sort((a, b) => when(a) - when(b)) : found.rows;
}

/** The two to begin with: the newest version against the one before, else the second biggest against the biggest. */
export function firstPair(found: Breakdown): readonly [string, string] {
  const [last, before] = found.by === "version" ? inOrder(found).reverse() : found.rows;
  return [before?.value ?? "", before && last ? last.value : ""];
}
