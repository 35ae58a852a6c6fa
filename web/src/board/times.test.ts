import { expect, test } from "vitest";
import { dayIn, localTime, spread } from "./times";

test("a moment is written in the house's zone, not the browser's", () => {
  const at = Date.parse("2026-03-01T17:30:00Z") / 1000;
  expect(localTime(at, "Asia/Shanghai")).toBe("2026-03-02T01:30");
  expect(localTime(at, "UTC")).toBe("2026-03-01T17:30");
  expect(dayIn(at, "Asia/Shanghai")).toBe("2026-03-02");
});

test("an axis of a single day is a day wide, not years", () => {
  expect(spread([86_400], 86_400)).toEqual([43_200, 129_600]);
  expect(spread([0, 4, 10], 86_400)).toEqual([0, 10]);
});
