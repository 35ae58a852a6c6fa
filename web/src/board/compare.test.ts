// A comparison says what is sure, for whom it is good, and how much of it chance alone would say.
import { describe, expect, it } from "vitest";
import { byChance, compared, firstPair, inOrder, place } from "./compare";
import { said } from "./alerts";
import { rowName } from "./compare-words";
import type { Alert, Breakdown, Catalogue, Comparison, Gap, Named } from "./insight";

const figure = (id: string, better: Named["better"]): Named => ({ id, better, unit: "share" }) as Named;
const gap = (value: number | null, low: number | null, high: number | null, sure: boolean): Gap => ({ value, low, high, n: 9, sure });
const catalogue = { figures: [figure("up", "more"), figure("down", "less"), figure("aside", "middle"), figure("none", "more")] } as Catalogue;

describe("differences", () => {
  it("are better or worse by what is wanted of the figure, and left out where there are none", () => {
    const differences = { up: gap(0.1, 0.05, 0.2, true), down: gap(0.1, 0.05, 0.2, true), aside: gap(0.1, -0.1, 0.2, false), none: gap(null, null, null, false) };
    const { sure, chance } = compared(catalogue, { differences } as unknown as Comparison);
    expect(sure.map((row) => [row.named.id, row.verdict])).toEqual([["up", "better"], ["down", "worse"]]);
    expect(chance.map((row) => row.named.id)).toEqual(["aside"]);
    const aside = { differences: { aside: gap(0.1, 0.05, 0.2, true) } } as unknown as Comparison;
    expect(compared(catalogue, aside).sure.map((row) => row.verdict)).toEqual(["differs"]);
  });
  it("look sure by chance once in twenty", () => expect([byChance(41), byChance(5)]).toEqual([2, 0]));
  it("lie on a line with nought in the middle", () => {
    expect(place(gap(0.1, 0, 0.2, false))).toEqual({ from: 50, to: 96, at: 73 });
    expect(place(gap(0, 0, 0, false))).toEqual({ from: 50, to: 50, at: 50 });
  });
});

describe("a version's name", () => {
  const again = { number: 3, at: 3, note: "people pressed 4 for everything" };
  const published = { number: 1, at: 1, note: "as shipped", again };
  it("is the number and note that brought it first, though it was brought back since", () => {
    expect(rowName("version", { value: "3f2a", published }, "en")).toBe("Number 1 · as shipped");
    expect(rowName("version", { value: "3f2a", published: { ...published, note: "" } }, "zh")).toBe("第 1 版 · 3f2a");
  });
  it("is the same in an alert", () => {
    const driver = { slice: "version", value: "3f2a", published };
    const alert = { en: "Most comes from the flow version “3f2a”.", driver } as Alert;
    expect(said(alert, "en")).toBe("Most comes from the flow version “Number 1 · as shipped”.");
    const dear = { ...driver, published: { ...published, note: "prices in $& and $$" } };
    expect(said({ ...alert, driver: dear }, "en")).toBe("Most comes from the flow version “Number 1 · prices in $& and $$”.");
  });
});

describe("what is compared at first", () => {
  const row = (value: string, number?: number) => ({ value, published: number ? { number, at: 1, note: "", again: null } : null }) as Breakdown["rows"][number];
  it("is the newest version against the one before, whichever had more sessions", () => {
    const found = { by: "version", rows: [row("b", 2), row("c", 3), row("a", 1)] } as Breakdown;
    expect(inOrder(found).map((one) => one.value)).toEqual(["a", "b", "c"]);
    expect(firstPair(found)).toEqual(["b", "c"]);
  });
  it("is the second biggest against the biggest of anything else, and nothing when there is but one", () => {
    expect(firstPair({ by: "lang", rows: [row("en"), row("zh")] } as Breakdown)).toEqual(["zh", "en"]);
    expect(firstPair({ by: "lang", rows: [row("en")] } as Breakdown)).toEqual(["", ""]);
  });
});
