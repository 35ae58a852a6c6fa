// Sorting and filtering sessions: what has no value comes last either way, and filters are joined by "and".
import { describe, expect, it } from "vitest";
import type { BoardSession } from "../api/types";
import { filtered, NO_FILTERS, sorted, withPerson } from "./rows";

const row = (id: string, more: Partial<BoardSession> = {}): BoardSession => ({
  id, started_at: 0, ended_at: 1, channel: "chat", lang: "en", outcome: "escalated", goal: null, handoff_reason: null,
  effort: { asked: true, score: null }, seconds: 1, human_s: null, ...more,
});
const ROWS = [
  row("a", { started_at: 1, effort: { asked: true, score: 6 }, lang: "zh" }),
  row("b", { started_at: 2 }),
  row("c", { started_at: 3, effort: { asked: true, score: 2 }, channel: "voice", outcome: "resolved_verified" }),
];
const ids = (rows: readonly BoardSession[]): string => rows.map((one) => one.id).join("");

describe("sorted", () => {
  it("puts sessions without a score last in both directions", () => {
    expect(ids(sorted(ROWS, { key: "effort", down: false }))).toBe("cab");
    expect(ids(sorted(ROWS, { key: "effort", down: true }))).toBe("acb");
  });
  it("orders outcomes as the ledger does, not by the alphabet", () => {
    expect(ids(sorted(ROWS, { key: "outcome", down: false }))).toBe("cba");
  });
});

describe("filtered", () => {
  it("keeps what fits every filter", () => {
    expect(ids(filtered(ROWS, NO_FILTERS))).toBe("abc");
    expect(ids(filtered(ROWS, { outcome: "escalated", channel: "chat", lang: "zh" }))).toBe("a");
  });
});

describe("the time with a person", () => {
  it("is told while it goes on, too, and is empty where there was nobody", () => {
    const words = { soFar: (time: string) => `${time} so far` };
    expect(withPerson(row("a", { human_s: 90 }), words, "en")).toBe("1 min 30 s");
    expect(withPerson(row("b", { human_s: 90, talking: true }), words, "en")).toBe("1 min 30 s so far");
    expect(withPerson(row("c", { human_s: 0 }), words, "en")).toBe("");
  });
});
