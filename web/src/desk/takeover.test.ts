// Where the agent's part of a conversation begins.
import { describe, expect, it } from "vitest";
import type { TranscriptItem, Who } from "../api/types";
import { takeover } from "./takeover";

const line = (from: Who, at: number): TranscriptItem => ({ id: `${at}:0`, from, text: "words", at });
const LINES = [line("bot", 1), line("customer", 2), line("bot", 3), line("customer", 8), line("agent", 9)];

describe("takeover", () => {
  it("is at the first line of a person after the connection", () => {
    expect(takeover(LINES, 5)).toBe(3);
  });
  it("is after everything when connected and nobody has spoken since", () => {
    expect(takeover(LINES.slice(0, 3), 5)).toBe(3);
  });
  it("is the agent's first line when the connection's time is not known", () => {
    expect(takeover(LINES, null)).toBe(4);
  });
  it("is before what the house says later, but after its announcement of the agent", () => {
    const lines = [line("customer", 2), line("bot", 5.02), line("bot", 30)];
    expect(takeover(lines, 5)).toBe(2);
  });
  it("is nowhere while nobody took over", () => {
    expect(takeover(LINES.slice(0, 3), null)).toBe(-1);
  });
  it("never puts an agent's line before it, whatever the clocks say", () => {
    expect(takeover(LINES, 100)).toBe(4);
  });
});
