// Where effort arises: which value of a slice is surely harder than all the rest, and which cause stands out there. Pure.
import type { Hardest, HardestRow } from "./insight";

export interface Standing {
  row: HardestRow;
  cause: HardestRow["causes"][number] | null;
}

/** The surely harder one whose sessions carry the most effort beyond the rest's; null where none is sure. */
export function standsOut(found: Hardest): Standing | null {
  const beyond = (row: HardestRow): number => (row.gap.sure ? (row.gap.value ?? 0) * row.sessions : 0);
  const [first] = [...found.rows].sort((a, b) => beyond(b) - beyond(a));
  return first && beyond(first) > 0 ? { row: first, cause: strongest(first) } : null;
}

/** What adds most beyond what it adds elsewhere; null where nothing adds more. */
export function strongest(row: HardestRow): HardestRow["causes"][number] | null {
  const more = (one: HardestRow["causes"][number]): number => (one.points ?? 0) - (one.elsewhere ?? 0);
  const [first] = [...row.causes].sort((a, b) => more(b) - more(a));
  return first && more(first) >= 0.005 ? first : null; // as it is written: what rounds to nought is none
}
