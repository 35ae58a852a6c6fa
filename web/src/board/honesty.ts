// How honest the told waits were, in a sentence: of the ranges that were told, how many held, and to which side they miss. Pure.
import { dictionary, type Lang } from "../ui/i18n";
import { amount } from "./amount";
import type { Estimates, Figure } from "./insight";
import { ENOUGH } from "./measure";

/** A range is meant to hold in eight waits of ten; what its interval shows to be outside of this is not as meant. */
const MEANT = { low: 0.78, high: 0.82 } as const;

/** Waits below which their mean is not drawn: one long wait would look like a rule. */
export const FEW = 10;

/** The points that stand for enough waits to be drawn. */
export function drawn(points: Estimates["points"]): Estimates["points"] {
  return points.filter((point) => point.n >= FEW);
}

export type Honesty = "few" | "narrow" | "wide" | "meant" | "unclear";

export function honesty(within: Figure | undefined): Honesty {
  if (!within || within.n < ENOUGH || within.low === null || within.high === null) return "few";
  if (within.high < MEANT.low) return "narrow";
  if (within.low > MEANT.high) return "wide";
  return within.low >= MEANT.low && within.high <= MEANT.high ? "meant" : "unclear";
}

const words = dictionary(
  {
    few: (n: string) => `Too few answered waits with a range told to judge: ${n}.`,
    held: (n: string, share: string, longer: string) => `Of ${n} answered waits with a range told, ${share} ended inside it and ${longer} took longer.`,
    more: (by: string) => `On average customers were told ${by} more than it took.`,
    less: (by: string) => `On average customers were told ${by} less than it took.`,
    narrow: "The ranges are too narrow: they are meant to hold in 80 %.",
    wide: "The ranges are wider than they need be: they are meant to hold in 80 %.",
    meant: "That is as meant: 80 %.",
    unclear: "Whether that is the 80 % meant is not clear yet.",
    left: "Who gave up waiting is not in this.",
  },
  {
    few: (n: string) => `告知过区间且已接通的等待太少，无法判断：${n}。`,
    held: (n: string, share: string, longer: string) => `在 ${n} 次告知过区间且已接通的等待中，${share} 落在区间内，${longer} 超出。`,
    more: (by: string) => `平均比实际多报 ${by}。`,
    less: (by: string) => `平均比实际少报 ${by}。`,
    narrow: "区间太窄：本应有 80 % 落在其中。",
    wide: "区间过宽：本应有 80 % 落在其中。",
    meant: "符合预期的 80 %。",
    unclear: "是否符合预期的 80 %，尚无法判断。",
    left: "等待中放弃的客户不在其内。",
  },
);

/** The verdict first, then the numbers it stands on. */
export function toldHonestly(figures: Readonly<Record<string, Figure>>, lang: Lang): { verdict: string; numbers: string } {
  const own = words(lang);
  const { wait_within: within, wait_longer: longer, wait_bias: bias } = figures;
  const found = honesty(within);
  const n = (within?.n ?? 0).toLocaleString();
  if (found === "few") return { verdict: own.few(n), numbers: "" };
  const off = bias?.value ?? null;
  const side = off === null ? "" : (off >= 0 ? own.more : own.less)(amount(Math.abs(off), "seconds", lang));
  const held = own.held(n, amount(within?.value, "share", lang), amount(longer?.value, "share", lang));
  return { verdict: own[found], numbers: [held, side, own.left].filter(Boolean).join(lang === "zh" ? "" : " ") };
}
