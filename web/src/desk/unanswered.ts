// Since when a customer waits for an agent's words. Pure.
import type { Card, TranscriptItem } from "../api/types";

export interface Unanswered {
  /** Epoch seconds. */
  readonly since: number;
  /** What they wrote to the agent; null: the agent is there and has said nothing yet. */
  readonly words: TranscriptItem | null;
}

/** What a chat's customer wrote first since an agent's last words; from the connection on, for before it nobody could answer. */
export function unanswered(card: Pick<Card, "status" | "channel" | "held_since">, lines: readonly TranscriptItem[]): Unanswered | null {
  if (card.status !== "connected" || card.channel !== "chat") return null;
  const spoken = lines.filter((line) => line.from === "customer" || line.from === "agent");
  const open = spoken.slice(spoken.findLastIndex((line) => line.from === "agent") + 1);
  if (!open.length) return null;
  const connected = card.held_since ?? 0;
  const first = open.find((line) => line.at > connected);
  const before = open[0]!.at <= connected;
  return first && !before ? { since: first.at, words: first } : { since: connected, words: null };
}
