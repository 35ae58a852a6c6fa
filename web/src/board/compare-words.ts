// The words of a comparison on the board, in both languages.
import { dictionary, type Lang } from "../ui/i18n";
import type { Breakdown } from "./insight";
import { valueName } from "./insight-words";

export const compareWords = dictionary(
  {
    lead: "Two values side by side. A difference is the second minus the first, with its 95 % interval; it is certain when zero lies outside the interval and both have ten cases or more.",
    first: "First",
    second: "Second",
    better: "better",
    worse: "worse",
    differs: "differs",
    chance: "may be chance",
    sure: "Certain differences",
    unsure: "Differences that may be chance",
    noneSure: "None is certain. More sessions make the intervals narrower: choose a longer period, or wait.",
    count: (sure: number, all: number, lucky: number) =>
      `${sure} of ${all} differences are certain. About ${lucky} of ${all} would look certain by chance alone if nothing differed.`,
    atTimes: "The versions ran at different times: whatever else changed meanwhile is part of the difference, too.",
    running: "The last day is not over: all of this may still change.",
    number: (n: number) => `Number ${n}`,
    published: (when: string) => `published ${when}`,
    again: (number: number, when: string, note: string) => `again as number ${number} ${when}${note ? `: ${note}` : ""}`,
    unpublished: "not published here",
    sessions: (n: string) => `${n} sessions`,
    interval: "The interval of the difference; the line in the middle is zero",
  },
  {
    lead: "两者并列。差值为后者减前者，附 95 % 区间；区间不含零、且两者均不少于 10 例，才算确定。",
    first: "前者",
    second: "后者",
    better: "更好",
    worse: "更差",
    differs: "有差异",
    chance: "可能是偶然",
    sure: "确定的差异",
    unsure: "可能是偶然的差异",
    noneSure: "没有确定的差异。会话越多，区间越窄：请选择更长的时间段，或再等一等。",
    count: (sure: number, all: number, lucky: number) => `${all} 项差异中有 ${sure} 项是确定的。即使毫无差别，也会有约 ${lucky} 项看似确定。`,
    atTimes: "两个版本运行的时间不同：期间其他变化也会反映在差值里。",
    running: "最后一天尚未结束：以下数字都还可能变化。",
    number: (n: number) => `第 ${n} 版`,
    published: (when: string) => `发布于 ${when}`,
    again: (number: number, when: string, note: string) => `${when} 重新发布（记为第 ${number} 版）${note ? `：${note}` : ""}`,
    unpublished: "不是在本系统发布的",
    sessions: (n: string) => `${n} 个会话`,
    interval: "差值的区间；中线为零",
  },
);

/** A row of a breakdown: a version by the number that brought it first and what was new in it, anything else by its value. */
export function rowName(by: string, row: Pick<Breakdown["rows"][number], "value" | "published">, lang: Lang): string {
  const name = valueName(by, row.value, lang);
  return row.published ? `${compareWords(lang).number(row.published.number)} · ${row.published.note || name}` : name;
}

export type CompareWords = ReturnType<typeof compareWords>;
