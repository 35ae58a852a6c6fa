// Who is told that the agent writes, and how often.
import { afterEach, describe, expect, it, vi } from "vitest";
import { api } from "../api/client";
import type { TranscriptItem } from "../api/types";
import { byPlace, Signs } from "./signs";

afterEach(() => void vi.restoreAllMocks());

describe("the customer's page", () => {
  it("is closed when it was for a while, until it is back or something is written", () => {
    const signs = new Signs(() => undefined);
    const told = (away_since: number) => signs.take({ session: "S-1", typing_s: 0, read: 3, away_since });
    told(100);
    expect([105, 120].map((now) => signs.awaySince("S-1", now))).toEqual([null, 100]);
    told(0);
    expect(signs.awaySince("S-1", 200)).toBeNull();
    told(150);
    signs.wrote("S-1", 90);
    expect(signs.awaySince("S-1", 200)).toBe(150);
    signs.wrote("S-1", 160);
    expect(signs.awaySince("S-1", 200)).toBeNull();
  });
});

describe("the lines of a conversation", () => {
  it("stand by turn and by place in it, whatever the clocks of several machines say", () => {
    const line = (id: string, at: number): TranscriptItem => ({ id, from: "note", text: "", at });
    const lines = [line("10:2", 5), line("9:11", 7), line("10:1", 6)];
    expect(lines.sort(byPlace).map((one) => one.id)).toEqual(["9:11", "10:1", "10:2"]);
  });
});

describe("the agent's writing", () => {
  it("is told once in three seconds, in each conversation", () => {
    const told = vi.spyOn(api, "typing").mockResolvedValue(undefined as never);
    let now = 1000;
    const signs = new Signs(() => undefined, () => now);
    for (const ticket of ["one", "one", "two"]) signs.typing(ticket);
    now += 3000;
    signs.typing("one");
    expect(told.mock.calls.map(([ticket]) => ticket)).toEqual(["one", "two", "one"]);
  });
});
