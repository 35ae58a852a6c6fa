// The words of incidents on the board, in both languages.
import { dictionary } from "../ui/i18n";

export const incidentWords = dictionary(
  {
    meanwhile: "What happened meanwhile",
    nothing: "Nothing was published, and no incident is marked.",
    mark: "Mark an incident",
    change: "Change",
    changeThis: (words: string) => `Change the incident “${words}”`,
    what: "What happened",
    whatHint: "A few words that everybody on the board will read, such as “Payment provider down”.",
    begins: "From",
    ends: "To",
    endsHint: "Leave empty while it is still going on.",
    zone: (tz: string) => `Times are in the house's time zone, ${tz}.`,
    lasts: "still going on",
    save: "Save",
    cancel: "Cancel",
    remove: "Not an incident: remove",
  },
  {
    meanwhile: "期间发生的事",
    nothing: "期间没有发布流程，也没有标记事故。",
    mark: "标记事故",
    change: "修改",
    changeThis: (words: string) => `修改事故“${words}”`,
    what: "发生了什么",
    whatHint: "用几个字说明，看板上的人都会看到，例如“支付系统故障”。",
    begins: "开始",
    ends: "结束",
    endsHint: "尚未结束就留空。",
    zone: (tz: string) => `时间按本店时区 ${tz} 填写。`,
    lasts: "尚未结束",
    save: "保存",
    cancel: "取消",
    remove: "不是事故，移除",
  },
);

export type IncidentWords = ReturnType<typeof incidentWords>;
