// Where in a transcript the agent's part begins. Pure.
import type { TranscriptItem } from "../api/types";

/** The first line from the connection on, or the agent's first line; -1: not yet. */
export function takeover(lines: readonly TranscriptItem[], connectedAt: number | null | undefined): number {
  const spoke = lines.findIndex((line) => line.from === "agent");
  if (connectedAt == null) return spoke;
  const after = lines.findIndex((line) => line.at >= connectedAt && line.from !== "bot");
  const first = after < 0 ? lines.length : after;
  return spoke >= 0 ? Math.min(spoke, first) : first;
}
