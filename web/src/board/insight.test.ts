// Figures are written as people read them; downloads hold no formula.
import { describe, expect, it } from "vitest";
import { amount, between, change, targetText } from "./amount";
import { cell, csv } from "./csv";

describe("amounts", () => {
  it("writes a value by its unit", () => {
    expect(amount(0.4123, "share", "en")).toBe("41 %");
    expect(amount(0.0123, "share", "en")).toBe("1.2 %");
    expect(amount(95, "seconds", "zh")).toBe("1 分 35 秒");
    expect(amount(null, "score", "en")).toBe("–");
  });
  it("writes intervals, changes and targets", () => {
    expect(between({ value: 0.4, low: 0.38, high: 0.45, n: 10 }, "share", "en")).toBe("38 % – 45 %");
    expect(between({ value: 0.4, low: null, high: null, n: 0 }, "share", "en")).toBe("");
    expect(change(-0.031, "share", "en")).toBe("−3.1 pt");
    expect(change(12, "seconds", "en")).toBe("+12 s");
    expect(change(-0.0001, "share", "en")).toBe("±0.0 pt");
    expect(targetText({ at_least: 0.7, at_most: 0.8 }, "share", "en")).toBe("70 % – 80 %");
    expect(targetText({ at_least: null, at_most: 0.05 }, "share", "en")).toBe("≤ 5.0 %");
  });
});

describe("downloads", () => {
  it("never begins a formula and quotes what must be quoted", () => {
    for (const bad of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"]) expect(cell(bad).replace('"', "").startsWith("'")).toBe(true);
    expect(cell('say "hi", twice')).toBe('"say ""hi"", twice"');
    expect(cell(-0.5)).toBe("-0.5");
    expect(csv([["a", null], [1, "b"]])).toBe("a,\r\n1,b\r\n");
  });
});
