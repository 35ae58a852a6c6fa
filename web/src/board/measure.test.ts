// What may be said of a share: intervals hold at the edges, and only an interval on one side of the target decides.
import { describe, expect, it } from "vitest";
import { asDivided, ENOUGH, verdict, wilson } from "./measure";

describe("wilson", () => {
  it("agrees with the published example of 29 in 57", () => {
    const found = wilson(29, 57);
    expect(found?.low).toBeCloseTo(0.383, 2);
    expect(found?.high).toBeCloseTo(0.634, 2);
  });
  it("stays within 0 and 1 and holds the share itself at the edges", () => {
    expect(wilson(0, 5)?.low).toBe(0);
    expect(wilson(5, 5)?.high).toBe(1);
    expect(wilson(0, 0)).toBeNull();
  });
});

describe("verdict", () => {
  it("judges nothing from few sessions, whatever their rate", () => {
    expect(verdict(ENOUGH - 1, wilson(19, 19), 0.4)).toBe("few");
    expect(verdict(0, null, 0.4)).toBe("none");
  });
  it("decides only when the whole interval is on one side of the target", () => {
    expect(verdict(100, wilson(70, 100), 0.4)).toBe("above");
    expect(verdict(100, wilson(10, 100), 0.4)).toBe("below");
    expect(verdict(57, wilson(29, 57), 0.4)).toBe("open");
  });
});

describe("a rate beside its numbers", () => {
  it("needs a word when customers who come back make it another than hits ÷ n", () => {
    expect(asDivided(93 / 326, 93, 326)).toBe(true);
    expect(asDivided(0.27, 93, 326)).toBe(false);
    expect(asDivided(0, 0, 0)).toBe(true);
  });
});
