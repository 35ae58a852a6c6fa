// Since when a customer waits for an agent's words. Pure.
import type { Card, TranscriptItem } from "../api/types";

export interface Unanswered {
  /** Epoch seconds. */
  readonly since: number;
  /** What they wrote to the agent; null: the agent is there and has said nothing yet. */
  readonly words: TranscriptItem | null;
}

/** What a chat's customer wrote last, while no agent has answered; from the connection on, for before it nobody could. */
export function unanswered(card: Pick<Card, "status" | "channel" | "connected_at">, lines: readonly TranscriptItem[]): Unanswered | null {
  if (card.status !== "connected" || card.channel !== "chat") return null;
  const last = lines.findLast((line) => line.from === "customer" || line.from === "agent");
  if (last?.from !== "customer") return null;
  const connected = card.connected_at ?? 0;
  return last.at > connected ? { since: last.at, words: last } : { since: connected, words: null };
}
