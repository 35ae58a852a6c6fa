// The outcomes of the ledger: their order, what they are called, and how they are drawn (colour and pattern). Pure.
import { svg, type SVGTemplateResult } from "lit";
import type { Lang } from "../ui/i18n";

type Pattern = "plain" | "lines" | "dots" | "cross" | "empty";
interface Look {
  en: string;
  zh: string;
  meansEn: string;
  meansZh: string;
  colour: string;
  pattern: Pattern;
}

/** From "helped without a person" to "still going on". */
const LOOKS: Readonly<Record<string, Look>> = {
  resolved_verified: {
    en: "Solved, confirmed by the shop", zh: "已解决（商城确认）", colour: "pine", pattern: "plain",
    meansEn: "Self-service did it and the shop confirms it. Only these count as self-service.",
    meansZh: "自助完成且商城系统确认。只有这一类计入自助率。",
  },
  resolved_unverified: {
    en: "Answered, not confirmed", zh: "已答复（未确认）", colour: "pine", pattern: "lines",
    meansEn: "Self-service answered and the customer parted content; nothing proves it.",
    meansZh: "自助给出答复，客户正常结束；无法证实。",
  },
  escalated: {
    en: "With a person", zh: "转人工", colour: "brass", pattern: "plain",
    meansEn: "A person was connected.", meansZh: "已接通人工。",
  },
  promised: {
    en: "Answer promised", zh: "已承诺回复", colour: "brass", pattern: "dots",
    meansEn: "A callback or an answer was promised.", meansZh: "承诺回电或答复。",
  },
  gave_up: {
    en: "Gave up in self-service", zh: "自助中放弃", colour: "danger", pattern: "lines",
    meansEn: "The customer left without an answer.", meansZh: "客户未得到答复即离开。",
  },
  abandoned_in_queue: {
    en: "Left while waiting", zh: "排队中离开", colour: "danger", pattern: "dots",
    meansEn: "A person was called for; the customer left before one came.", meansZh: "已请求人工，客户在接通前离开。",
  },
  trapped: {
    en: "Wanted a person, none came", zh: "要人工未得", colour: "danger", pattern: "plain",
    meansEn: "A person was called for and none came. This must not happen.", meansZh: "请求了人工却没有人来。不应发生。",
  },
  unreachable: {
    en: "Nobody there", zh: "无人应答", colour: "grey", pattern: "cross",
    meansEn: "Nothing ever came from the customer.", meansZh: "客户没有任何输入。",
  },
  running: {
    en: "Going on now", zh: "进行中", colour: "grey", pattern: "empty",
    meansEn: "Not over yet; counted in no rate.", meansZh: "尚未结束，不计入任何比率。",
  },
};

const UNKNOWN = { colour: "grey", pattern: "lines" } as const;

export function outcomeOrder(names: readonly string[]): string[] {
  const known = Object.keys(LOOKS).filter((name) => names.includes(name));
  return [...known, ...names.filter((name) => !(name in LOOKS)).sort()];
}

export function outcomeName(outcome: string, lang: Lang): string {
  const look = LOOKS[outcome];
  if (look) return lang === "zh" ? look.zh : look.en;
  const words = outcome.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function outcomeMeaning(outcome: string, lang: Lang): string {
  const look = LOOKS[outcome];
  return look ? (lang === "zh" ? look.meansZh : look.meansEn) : "";
}

/** The fill of an outcome's shapes; its patterns come from `patterns()` in the same SVG. */
export function outcomeFill(outcome: string, scope: string): string {
  const { colour, pattern } = LOOKS[outcome] ?? UNKNOWN;
  return pattern === "plain" ? INKS[colour as keyof typeof INKS] : `url(#${scope}-${colour}-${pattern})`;
}

const INKS = {
  pine: "var(--fd-pine)",
  brass: "var(--fd-brass)",
  danger: "var(--fd-danger)",
  grey: "var(--fd-ink-3)",
} as const;

const MARKS: Readonly<Record<Exclude<Pattern, "plain">, (ink: string) => SVGTemplateResult>> = {
  lines: (ink) => svg`<path d="M-2 10L10 -2M4 12L12 4M-2 2L2 -2" stroke=${ink} stroke-width="2.4"></path>`,
  dots: (ink) => svg`<circle cx="2" cy="2" r="1.7" fill=${ink}></circle><circle cx="6" cy="6" r="1.7" fill=${ink}></circle>`,
  cross: (ink) => svg`<path d="M0 0L8 8M8 0L0 8" stroke=${ink} stroke-width="1.3"></path>`,
  empty: () => svg``,
};

/** All patterns, once per SVG; `scope` keeps their ids apart. */
export function patterns(scope: string): SVGTemplateResult {
  const pairs = new Set(Object.values(LOOKS).filter((l) => l.pattern !== "plain").map((l) => `${l.colour}-${l.pattern}`));
  pairs.add("grey-lines");
  return svg`<defs>${[...pairs].map((pair) => {
    const [colour, pattern] = pair.split("-") as [keyof typeof INKS, Exclude<Pattern, "plain">];
    return svg`<pattern id="${scope}-${pair}" width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" fill="var(--fd-surface)"></rect>${MARKS[pattern](INKS[colour])}
    </pattern>`;
  })}</defs>`;
}

export function outcomeInk(outcome: string): string {
  return INKS[(LOOKS[outcome] ?? UNKNOWN).colour as keyof typeof INKS];
}

/** The ink of words on the outcome's own fill; null where that is a pattern, on which words need a ground of their own. */
export function outcomeWords(outcome: string): string | null {
  const { colour, pattern } = LOOKS[outcome] ?? UNKNOWN;
  return pattern === "plain" ? `var(--fd-on-${colour})` : null;
}

/** A small sample of the outcome's look, for legends and rows. */
export function swatch(outcome: string, scope: string): SVGTemplateResult {
  return svg`<rect x="1" y="1" width="14" height="14" rx="3" fill=${outcomeFill(outcome, scope)} stroke=${outcomeInk(outcome)} stroke-width="1.5"></rect>`;
}
