// The parts of a conversation: the bot's, a person's, the bot's again.
import { describe, expect, it } from "vitest";
import type { TranscriptItem } from "../api/types";
import { isBots, parts } from "./takeover";

const line = (from: TranscriptItem["from"], at: number, what?: string): TranscriptItem => ({ id: `${at}:0`, from, text: "words", at, ...(what ? { what } : {}) });
const shape = (lines: TranscriptItem[]) => parts(lines).map((part) => [isBots(part) ? "bot" : "person", part.head?.at ?? null, part.lines.length]);

describe("the parts of a transcript", () => {
  it("are one, the bot's, while nobody took over", () => {
    expect(shape([line("bot", 1), line("customer", 2)])).toEqual([["bot", null, 2]]);
  });
  it("begin anew with each person, and where the bot has the customer again", () => {
    const talk = [
      line("customer", 1), line("bot", 2), line("note", 2, "connected"), line("agent", 3), line("note", 4, "note"),
      line("note", 5, "bot"), line("bot", 5), line("customer", 6), line("note", 7, "connected"), line("agent", 8),
    ];
    expect(shape(talk)).toEqual([["bot", null, 2], ["person", 2, 2], ["bot", 5, 2], ["person", 7, 1]]);
  });
  it("have a part for somebody who has said nothing yet", () => {
    expect(shape([line("bot", 1), line("note", 1, "connected")])).toEqual([["bot", null, 1], ["person", 1, 0]]);
  });
});
