// Told waits are called honest only where their interval says so; few of them are not judged.
import { describe, expect, it } from "vitest";
import { drawn, FEW, honesty, toldHonestly } from "./honesty";
import type { Figure } from "./insight";

const figure = (value: number, low: number, high: number, n = 500): Figure => ({ value, low, high, n }) as Figure;

describe("how honest waits were told", () => {
  it("goes by the whole interval", () => {
    expect(honesty(figure(0.6, 0.55, 0.65))).toBe("narrow");
    expect(honesty(figure(0.98, 0.97, 0.99))).toBe("wide");
    expect(honesty(figure(0.8, 0.79, 0.81))).toBe("meant");
    expect(honesty(figure(0.8, 0.7, 0.88))).toBe("unclear");
    expect(honesty(figure(0.6, 0.3, 0.77, 9))).toBe("few");
    expect(honesty(undefined)).toBe("few");
  });
  it("draws no mean of a few waits", () => {
    const points = [FEW - 1, FEW, 900].map((n) => ({ told_s: n, took_s: n, n }));
    expect(drawn(points).map((point) => point.n)).toEqual([FEW, 900]);
  });
  it("says to which side they miss, in both languages", () => {
    const figures = { wait_within: figure(0.6, 0.55, 0.65), wait_longer: figure(0.38, 0.3, 0.4), wait_bias: figure(-75, -80, -70) };
    expect(toldHonestly(figures, "en")).toEqual({
      verdict: "The ranges are too narrow: they are meant to hold in 80 %.",
      numbers: "Of 500 answered waits with a range told, 60 % ended inside it and 38 % took longer. On average customers were told 1 min 15 s less than it took. Who gave up waiting is not in this.",
    });
    expect(toldHonestly({ ...figures, wait_bias: figure(20, 10, 30) }, "zh").numbers).toContain("多报 20 秒");
    expect(toldHonestly({}, "en").verdict).toContain("Too few");
  });
});
