// Where in a transcript the agent's part begins. Pure.
import type { TranscriptItem } from "../api/types";

/** Within this of the connection the house still speaks of it ("Amy is here now"): that closes the part before. */
const ANNOUNCED_S = 1;

/** The first line after the connection was announced, or the agent's first line; -1: not yet. */
export function takeover(lines: readonly TranscriptItem[], connectedAt: number | null | undefined): number {
  const spoke = lines.findIndex((line) => line.from === "agent");
  if (connectedAt == null) return spoke;
  const after = lines.findIndex((line) => line.at >= connectedAt + (line.from === "bot" ? ANNOUNCED_S : 0));
  const first = after < 0 ? lines.length : after;
  return spoke >= 0 ? Math.min(spoke, first) : first;
}
