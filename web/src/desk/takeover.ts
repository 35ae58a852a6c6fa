// A transcript in parts: who has the customer from which line on, the bot or a person. Pure.
import type { TranscriptItem } from "../api/types";

export interface Part {
  /** The note it begins with: a person is connected, or the customer is given back to the bot; null: the talk begins. */
  readonly head: TranscriptItem | null;
  readonly lines: readonly TranscriptItem[];
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
