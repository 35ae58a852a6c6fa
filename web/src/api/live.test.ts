// Reconnecting: pauses grow, are bounded, and are spread so that desks don't come back in step.
import { describe, expect, it } from "vitest";
import { pauseBefore } from "./live";

describe("pauseBefore", () => {
  it("doubles up to fifteen seconds", () => {
    expect([0, 1, 2, 10].map((attempt) => pauseBefore(attempt, 0))).toEqual([500, 1000, 2000, 5_000]);
  });
  it("is at most a third shorter by chance", () => {
    expect(pauseBefore(3, 1)).toBe(2800);
  });
});
