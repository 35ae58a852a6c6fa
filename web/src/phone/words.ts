// The words of the telephone. Knows no component.
import { dictionary } from "../ui/i18n";
import type { Stage } from "./call";

export const phoneWords = dictionary(
  {
    house: "Frontdesk",
    demoLine: "Demo service line",
    yourLine: "Your line",
    stage_idle: "Ready to call",
    stage_connecting: "Connecting",
    stage_ringing: "Ringing",
    stage_incoming: "Incoming call",
    stage_quiet: "On the line",
    stage_speaking: "Speaking",
    stage_listening: "Listening to you",
    stage_hold: "On hold",
    stage_bridged: "Connected",
    stage_ended: "Call ended",
    lineReady: "Ready for calls",
    lineLost: "Line lost, reconnecting",
    call: "Call",
    callAgain: "Call again",
    answer: "Answer",
    reject: "Decline",
    hangup: "Hang up",
    mute: "Turn the sound off",
    unmute: "Turn the sound on",
    skip: "Skip",
    keypad: "Keypad",
    key: (key: string) => ({ "*": "star", "#": "hash" })[key] ?? key,
    captions: "What is said on the line",
    captionsEmpty: "What is said will appear here, word for word.",
    say: "Say something",
    sayPlaceholder: "Type what you would say",
    saySend: "Say it",
    mic: "Speak into the microphone",
    micStop: "Stop listening",
    service: "Frontdesk",
    me: "You",
    other: "Other side",
    party_customer: "Customer",
    party_agent: "Agent",
    pressed: (keys: string) => `pressed ${keys}`,
    lostCall: "The connection was lost.",
    youHungUp: "You hung up.",
    yourPhone: "Telephone",
  },
  {
    house: "Frontdesk",
    demoLine: "演示服务热线",
    yourLine: "您的线路",
    stage_idle: "可以拨打",
    stage_connecting: "正在连接",
    stage_ringing: "正在呼叫",
    stage_incoming: "来电",
    stage_quiet: "通话中",
    stage_speaking: "正在播报",
    stage_listening: "请讲或按键",
    stage_hold: "等待中",
    stage_bridged: "已接通",
    stage_ended: "通话结束",
    lineReady: "可以接听来电",
    lineLost: "线路中断，正在重连",
    call: "拨打",
    callAgain: "再次拨打",
    answer: "接听",
    reject: "拒接",
    hangup: "挂断",
    mute: "关闭声音",
    unmute: "打开声音",
    skip: "跳过",
    keypad: "拨号键盘",
    key: (key) => ({ "*": "星号键", "#": "井号键" })[key] ?? key,
    captions: "通话内容",
    captionsEmpty: "通话内容会逐字显示在这里。",
    say: "说点什么",
    sayPlaceholder: "输入您要说的话",
    saySend: "说出",
    mic: "用麦克风说话",
    micStop: "停止使用麦克风",
    service: "Frontdesk",
    me: "您",
    other: "对方",
    party_customer: "客户",
    party_agent: "客服",
    pressed: (keys) => `按键 ${keys}`,
    lostCall: "连接已断开。",
    youHungUp: "您已挂断。",
    yourPhone: "电话",
  },
);

export type PhoneWords = ReturnType<typeof phoneWords>;

export function stageInWords(stage: Stage, words: PhoneWords): string {
  return words[`stage_${stage}`];
}

/** Who was heard: the exchange names only the kinds "customer" and "agent"; anything else is a name already. */
export function partyInWords(name: string | null, words: PhoneWords): string {
  if (name === "customer") return words.party_customer;
  if (name === "agent") return words.party_agent;
  return name ?? words.other;
}
