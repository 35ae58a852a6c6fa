// The words of where effort arises, in both languages.
import { dictionary, type Lang } from "../ui/i18n";

export const hardestWords = dictionary(
  {
    title: "Where effort arises",
    lead: "Each row against all other sessions of the period. Causes are points of the effort index a session; the one in bold is furthest above the rest. Menu steps and the time to the first answer count for the index, but not as causes here.",
    most: (name: string, index: string, rest: string) => `${name} is surely harder than the rest: effort index ${index}, elsewhere ${rest}.`,
    weight: (part: string, share: string) => `It carries ${part} of all effort in ${share} of the sessions.`,
    cause: (what: string, points: string, rest: string) => `What stands out there: ${what}, ${points} points a session (elsewhere ${rest}).`,
    look: (view: string) => `Look at: ${view}`,
    none: "None is surely harder than the rest.",
    index: "Index",
    gap: "Vs. the rest",
    part: "Of all",
    harder: "harder",
    easier: "easier",
  },
  {
    title: "费力出在哪里",
    lead: "每一行都与同期其余会话相比。各原因为每个会话的费力指数得分，高出其余最多的以粗体显示。菜单步数和首个答复用时计入指数，但不在此单列。",
    most: (name: string, index: string, rest: string) => `${name}确定比其余会话更费力：费力指数 ${index}，其余为 ${rest}。`,
    weight: (part: string, share: string) => `以 ${share} 的会话占全部费力的 ${part}。`,
    cause: (what: string, points: string, rest: string) => `突出的原因：${what}，每个会话 ${points} 分（其余 ${rest}）。`,
    look: (view: string) => `查看：${view}`,
    none: "没有哪一项确定比其余更费力。",
    index: "指数",
    gap: "与其余相比",
    part: "占全部费力",
    harder: "更费力",
    easier: "更省力",
  },
);

/** A cause: its short name, and the view where to look for what to change. */
const CAUSES: Readonly<Record<string, readonly [en: string, zh: string, view: "flow" | "tasks" | "waits" | "trend"]>> = {
  "a question asked again": ["Asked again", "重复提问", "flow"],
  "a silence": ["Silence", "沉默", "flow"],
  "an answer that fitted nothing": ["No fit", "答不对题", "flow"],
  "a message the bot did not understand": ["Bot at a loss", "机器人未听懂", "tasks"],
  "a machine that failed": ["Failures", "系统故障", "trend"],
  "proving who one is once more": ["Proved again", "再次核实", "flow"],
  "a minute of waiting for a human, ten at most": ["Waiting", "等待", "waits"],
  "a human after the first (transfer)": ["Transfers", "转接", "waits"],
  "coming back about the same": ["Came back", "再次联系", "tasks"],
};

export function causeName(what: string, lang: Lang): string {
  return CAUSES[what]?.[lang === "zh" ? 1 : 0] ?? what;
}

export function causeView(what: string): "flow" | "tasks" | "waits" | "trend" {
  return CAUSES[what]?.[2] ?? "flow";
}
