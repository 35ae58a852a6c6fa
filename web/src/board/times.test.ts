import { expect, test } from "vitest";
import { dayIn, localTime } from "./times";

test("a moment is written in the house's zone, not the browser's", () => {
  const at = Date.parse("2026-03-01T17:30:00Z") / 1000;
  expect(localTime(at, "Asia/Shanghai")).toBe("2026-03-02T01:30");
  expect(localTime(at, "UTC")).toBe("2026-03-01T17:30");
  expect(dayIn(at, "Asia/Shanghai")).toBe("2026-03-02");
});
