// Sorting and filtering the day's sessions. Pure.
import type { BoardSession } from "../api/types";
import { duration } from "../staff/format";
import type { Lang } from "../ui/i18n";
import { outcomeOrder } from "./outcomes";
import type { BoardWords } from "./words";

export type SortKey = "started" | "channel" | "language" | "goal" | "outcome" | "handoff" | "effort" | "length" | "human";
export interface Sorting {
  key: SortKey;
  down: boolean;
}
export interface Filters {
  outcome: string;
  channel: string;
  lang: string;
}
export const NO_FILTERS: Filters = { outcome: "", channel: "", lang: "" };

export function filtered(rows: readonly BoardSession[], filters: Filters): BoardSession[] {
  return rows.filter(
    (row) =>
      (!filters.outcome || row.outcome === filters.outcome) &&
      (!filters.channel || row.channel === filters.channel) &&
      (!filters.lang || row.lang === filters.lang),
  );
}

/** Sorted by one column; rows without a value come last either way; equal ones newest first. */
export function sorted(rows: readonly BoardSession[], sorting: Sorting): BoardSession[] {
  const ranks = new Map(outcomeOrder([...new Set(rows.map((row) => row.outcome))]).map((name, rank) => [name, rank]));
  const value = (row: BoardSession): string | number | null => valueOf(row, sorting.key, ranks);
  return [...rows].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === y) return b.started_at - a.started_at;
    if (x === null) return 1;
    if (y === null) return -1;
    return (x < y ? -1 : 1) * (sorting.down ? -1 : 1);
  });
}

function valueOf(row: BoardSession, key: SortKey, ranks: ReadonlyMap<string, number>): string | number | null {
  switch (key) {
    case "started":
      return row.started_at;
    case "channel":
      return row.channel;
    case "language":
      return row.lang;
    case "goal":
      return row.goal;
    case "outcome":
      return ranks.get(row.outcome) ?? null;
    case "handoff":
      return row.handoff_reason;
    case "effort":
      return row.effort.score;
    case "length":
      return row.seconds;
    case "human":
      return row.human_s || null;
  }
}

/** How long a person had them, or has had them so far; empty for nobody. */
export function withPerson(row: BoardSession, words: Pick<BoardWords, "soFar">, lang: Lang): string {
  const time = duration(row.human_s ?? 0, lang);
  if (row.talking) return words.soFar(time);
  return row.human_s ? time : "";
}

/** The distinct values of a field, as the filter offers them. */
export function values(rows: readonly BoardSession[], field: "outcome" | "channel" | "lang"): string[] {
  const found = [...new Set(rows.map((row) => row[field]))];
  return field === "outcome" ? outcomeOrder(found) : found.sort();
}
