// A transcript in parts: who has the customer from which line on, the bot or a person. Pure.
import type { Card, TranscriptItem } from "../api/types";

export interface Part {
  /** The note it begins with: a person is connected, or the customer is given back to the bot; null: the talk begins. */
  readonly head: TranscriptItem | null;
  readonly lines: readonly TranscriptItem[];
}

/** Since when whoever has the customer now has them (epoch seconds); null: nobody yet. A ticket itself knows its first agent's time only. */
export function heldSince(card: Pick<Card, "status" | "connected_at">, lines: readonly TranscriptItem[]): number | null {
  const last = card.status === "connected" ? lines.findLast((line) => line.from === "note" && line.what === "connected") : undefined;
  return last?.at ?? card.connected_at ?? null;
}

export function isBots(part: Part): boolean {
  return part.head?.what !== "connected";
}

/** Every takeover begins a part, and so does every return to the bot. */
export function parts(lines: readonly TranscriptItem[]): Part[] {
  const found: { head: TranscriptItem | null; lines: TranscriptItem[] }[] = [{ head: null, lines: [] }];
  for (const line of lines) {
    if (line.from === "note" && (line.what === "connected" || line.what === "bot")) found.push({ head: line, lines: [] });
    else found.at(-1)?.lines.push(line);
  }
  return found;
}
