// What is said to be hardest is surely so, weighs most, and is explained by what differs, not by what is large everywhere.
import { describe, expect, it } from "vitest";
import { standsOut, strongest } from "./hardest";
import type { Hardest, HardestRow } from "./insight";

const row = (value: string, sessions: number, gap: number, sure: boolean, causes: HardestRow["causes"] = []): HardestRow => ({
  value,
  sessions,
  index: { value: 40 + gap, low: 39, high: 41, n: sessions },
  elsewhere: { value: 40, low: 39, high: 41, n: 1000 },
  gap: { value: gap, low: gap - 1, high: gap + 1, n: sessions, sure },
  part: 0.1,
  causes,
});
const found = (rows: HardestRow[]): Hardest => ({ from: "", to: "", tz: "UTC", now: 0, slice: "all", value: "all", by: "intent", sessions: 0, rows });

describe("what stands out", () => {
  it("is the surely harder value with the most effort beyond the rest", () => {
    expect(standsOut(found([row("rare", 20, 30, true), row("usual", 900, 4, true), row("unsure", 9000, 9, false)]))?.row.value).toBe("usual");
  });
  it("is nothing where none is surely harder", () => {
    expect(standsOut(found([row("easier", 900, -6, true), row("unsure", 90, 9, false)]))).toBeNull();
    expect(standsOut(found([]))).toBeNull();
  });
  it("is explained by the cause that differs most", () => {
    const causes = [{ what: "a silence", points: 3, elsewhere: 3.1 }, { what: "a machine that failed", points: 0.4, elsewhere: 0.1 }];
    expect(strongest(row("a", 10, 1, true, causes))?.what).toBe("a machine that failed");
    expect(strongest(row("a", 10, 1, true, causes.slice(0, 1)))).toBeNull();
  });
});
