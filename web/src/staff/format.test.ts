// How staff pages write durations and shares.
import { describe, expect, it } from "vitest";
import { dayPlus, duration, minutesRange, percent, stopwatch } from "./format";

describe("duration and stopwatch", () => {
  it("drop what nobody reads", () => {
    expect(duration(95, "en")).toBe("1 min 35 s");
    expect(duration(3900, "en")).toBe("1 h 05 min");
    expect(duration(8, "zh")).toBe("8 秒");
    expect(stopwatch(3671)).toBe("1:01:11");
  });
});

describe("percent", () => {
  it("never claims none or all when it is not so", () => {
    expect(percent(0.001)).toBe("<1 %");
    expect(percent(0.999)).toBe(">99 %");
    expect(percent(1)).toBe("100 %");
    expect(percent(0.514)).toBe("51 %");
  });
});

describe("minutesRange", () => {
  it("says a range in whole minutes, never from zero", () => {
    expect(minutesRange(60, 180, "en")).toBe("1–3 min");
    expect(minutesRange(0, 60, "en")).toBe("up to 1 min");
    expect(minutesRange(0, 200, "zh")).toBe("4 分钟以内");
  });
});

describe("dayPlus", () => {
  it("crosses months and years", () => {
    expect(dayPlus("2026-12-31", 1)).toBe("2027-01-01");
    expect(dayPlus("2026-03-01", -1)).toBe("2026-02-28");
  });
});
