// What the front desk did, in the reader's language: the server tells it in English, we translate by kind and detail. Pure.
import type { StoryItem } from "../api/types";
import { duration, minutesRange } from "../staff/format";
import { label } from "../staff/words";
import type { Lang } from "../ui/i18n";

const ENDS: Readonly<Record<string, string>> = {
  completed: "会话正常结束。",
  hung_up: "客户已离开。",
  idle: "长时间无人输入，会话关闭。",
  failed: "连接失败。",
};
const RETURNED: Readonly<Record<string, string>> = { declined: "拒绝", no_answer: "超时未接", leg_failed: "电话未接通",
  bridge_failed: "未能接通客户", agent_lost: "失去连接", no_reply: "没有回复", callback_failed: "未能回拨到客户", not_rung: "未及拨出回拨", put_back: "放回了留言" };
const ANSWERED: Readonly<Record<string, string>> = { chat: "在聊天中回复了留言", called: "致电回复了留言", emailed: "发邮件回复了留言",
  not_reached: "尝试回复留言，未能联系到客户" };
const MACHINES: Readonly<Record<string, string>> = { dialogue: "对话引擎", task: "业务系统", estimate: "等待估计" };
const FAILED: Readonly<Record<string, string>> = { late: "超时", down: "无响应", invalid: "返回无效内容" };

const CHINESE: Readonly<Record<string, (at: Fields) => string>> = {
  session_opened: (at) => `${label("channel", at.text("channel"), "zh")}会话开始，语言${label("lang", at.text("lang"), "zh")}。`,
  language_chosen: (at) => `语言确定为${label("lang", at.text("lang"), "zh")}。`,
  node_entered: (at) => `进入菜单 ${at.text("flow")} 的 ${at.text("node")}。`,
  customer_silent: (at) => `沉默（连续第 ${at.number("count") ?? 1} 次）。`,
  input_not_matched: (at) => `未听懂（连续第 ${at.number("count") ?? 1} 次）。`,
  dialogue_answered: (at) => understood(at),
  machine_did_fail: (at) => `${MACHINES[at.text("machine")] ?? at.text("machine")}${FAILED[at.text("reason")] ?? "失败"}。`,
  task_finished: (at) => `${label("task", at.text("task"), "zh")}：${label("task_outcome", at.text("outcome"), "zh")}（${label("by", at.text("by"), "zh")}）。`,
  identity_verified: () => "客户身份已核实。",
  handoff_requested: (at) => `请求人工（${label("reason", at.text("reason"), "zh")}），队列 ${label("queue", at.text("queue"), "zh")}。`,
  wait_told: (at) => waitTold(at),
  handoff_offered: (at) => `分配给 ${at.text("agent")}。`,
  handoff_accepted: (at) => `${at.text("agent")} 已接受。`,
  agent_was_rung: (at) => `${at.text("agent")} 的电话响铃。`,
  handoff_returned: (at) => `${at.text("agent")} ${RETURNED[at.text("reason")] ?? at.text("reason")}，客户保留排队位置。`,
  message_answered: (at) => `${at.text("agent")} ${ANSWERED[at.text("how")] ?? "回复了留言"}。`,
  handoff_connected: (at) => `已接通 ${at.text("agent_name")}。`,
  handoff_ended: () => "与坐席的会话结束。",
  handoff_closed: (at) => `关闭：${label("disposition", at.text("disposition"), "zh")}。`,
  handoff_abandoned: (at) => `客户等待 ${duration(at.number("waited_s") ?? 0, "zh")} 后离开。`,
  handoff_expired: (at) => `${duration(at.number("waited_s") ?? 0, "zh")} 内无人可接。`,
  survey_asked: () => "已询问费力度。",
  survey_answered: (at) => `客户打分：${at.number("score") ?? "?"} / 7。`,
  recording_answered: (at) => (at.flag("agreed") ? "客户已知悉并同意录音。" : at.text("how") === "answer" ? "客户不同意录音。" : "本次通话不录音。"),
  recording_started: () => "开始录音。",
  recording_paused: (at) => (at.text("why") === "secret" ? "录音暂停：正在输入保密信息。" : "录音暂停：客户等候中。"),
  recording_resumed: () => "录音继续。",
  recording_ended: (at) => RECORDED[at.text("why")] ?? `录音结束，时长 ${duration(at.number("seconds") ?? 0, "zh")}。`,
  session_ended: (at) => ENDS[at.text("reason")] ?? "会话结束。",
};

const RECORDED: Readonly<Record<string, string>> = { secret: "无法为保密信息暂停，录音已停止。", failed: "运营商未能录音。" };

class Fields {
  constructor(private readonly detail: Readonly<Record<string, unknown>>) {}
  text(name: string): string {
    const value = this.detail[name];
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  }
  flag(name: string): boolean {
    return this.detail[name] === true;
  }
  number(name: string): number | null {
    const value = this.detail[name];
    return typeof value === "number" ? value : null;
  }
}

function understood(at: Fields): string {
  const intent = at.text("intent");
  if (!intent) return "机器人未听懂。";
  const sure = at.number("confidence");
  return `机器人理解为“${label("goal", intent, "zh")}”${sure === null ? "" : `（把握 ${Math.round(sure * 100)} %）`}。`;
}

function waitTold(at: Fields): string {
  const [low, high] = [at.number("low_s"), at.number("high_s")];
  const place = `已告知：排在第 ${at.text("position")} 位`;
  return low === null || high === null ? `${place}，等待时间无法告知。` : `${place}，预计等待 ${minutesRange(low, high, "zh")}。`;
}

export function told(item: StoryItem, lang: Lang): string {
  const words = lang === "zh" ? CHINESE[item.kind] : undefined;
  return words ? words(new Fields(item.detail)) : item.text || item.kind.replaceAll("_", " ");
}
