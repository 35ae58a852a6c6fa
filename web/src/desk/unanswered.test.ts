// Since when a customer waits for an agent's words.
import { describe, expect, it } from "vitest";
import type { TranscriptItem } from "../api/types";
import { unanswered } from "./unanswered";

const CARD = { status: "connected", channel: "chat", held_since: 10 } as const;
const line = (from: TranscriptItem["from"], at: number): TranscriptItem => ({ id: `${at}:0`, from, text: "words", at });

describe("an unanswered customer", () => {
  it("waits from the connection on for the agent's first words", () => {
    expect(unanswered(CARD, [line("customer", 5), line("bot", 6)])).toEqual({ since: 10, words: null });
  });
  it("who asks again and again waits since the first time", () => {
    const first = line("customer", 20);
    expect(unanswered(CARD, [line("agent", 12), first, line("customer", 30), line("customer", 40)])).toEqual({ since: 20, words: first });
    expect(unanswered(CARD, [line("customer", 5), line("customer", 30)])).toEqual({ since: 10, words: null });
  });
  it("waits since what they wrote, whatever the house says meanwhile", () => {
    const wrote = line("customer", 20);
    expect(unanswered(CARD, [line("agent", 12), wrote, line("bot", 25), line("note", 26)])).toEqual({ since: 20, words: wrote });
  });
  it("does not wait when an agent spoke last, or on the phone, or after the talk", () => {
    expect(unanswered(CARD, [line("customer", 5), line("agent", 12)])).toBeNull();
    expect(unanswered({ ...CARD, channel: "voice" }, [line("customer", 20)])).toBeNull();
    expect(unanswered({ ...CARD, status: "wrap_up" }, [line("customer", 20)])).toBeNull();
  });
});
