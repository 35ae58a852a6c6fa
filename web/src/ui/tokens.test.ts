import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const tokens = new Map([...css.matchAll(/--fd-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/gu)].map(([, name, light, dark]) => [name!, [light!, dark!] as const]));

function luminance(colour: string): number {
  const part = (at: number) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const grounds = ["bg", "surface", "raised", "sunken"];
const texts: [string, string[]][] = [
  ...["ink", "ink-2", "ink-3"].map((ink): [string, string[]] => [ink, grounds]),
  ["pine-ink", [...grounds, "pine-soft"]], ["brass-ink", ["brass-soft"]], ["danger", ["surface", "bg", "danger-soft"]], ["ok", ["surface", "ok-soft"]],
  ["on-pine", ["pine", "pine-deep"]], ["on-brass", ["brass"]], ["on-danger", ["danger"]], ["on-hero", ["hero"]], ["on-hero-2", ["hero"]],
  ["ink-2", ["pine-soft", "brass-soft"]], ["ink", ["pine-soft", "brass-soft"]],
];
const edges: [string, string[]][] = [["line-strong", ["surface", "bg"]], ["pine", ["surface", "bg"]], ["focus", grounds], ["danger", ["surface"]]];

describe("the colours", () => {
  for (const [wanted, least, pairs] of [["text", 4.5, texts], ["the edges of controls", 3, edges]] as const)
    for (const theme of [0, 1] as const)
      it(`give ${wanted} a contrast of ${least}:1 in the ${theme ? "dark" : "light"} theme`, () => {
        const weak = pairs.flatMap(([ink, on]) =>
          on.map((ground) => [`${ink} on ${ground}`, contrast(tokens.get(ink)![theme], tokens.get(ground)![theme])] as const),
        );
        expect(weak.filter(([, ratio]) => ratio < least)).toEqual([]);
      });
});
