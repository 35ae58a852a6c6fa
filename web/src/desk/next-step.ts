// The suggested next step in the agent's language: the packet says it in English, what it follows from is a code. Pure.
import type { Packet } from "../api/types";
import type { Lang } from "../ui/i18n";

const VERIFY = "请核实身份：订单号和手机尾号后四位。";
const OTHER_PROOF = "身份未通过：告知信息前请用其他方式核实。";
const GOODWILL = "请查看此订单的退换货规则，考虑能否通融。";
const OPEN_CASE = "已有处理中的登记：告知进展并遵守承诺日期。";
const WAREHOUSE = "商品修改等仓库确认：确认结果，或说明原因。";

/** By outcome, or by `task.outcome` where the task matters. */
const ZH: Readonly<Record<string, string>> = {
  mismatch: OTHER_PROOF, locked: "核实已被锁定：请用其他方式核实身份。", not_returnable: GOODWILL, not_exchangeable: GOODWILL,
  shop_down: "商城系统无响应：请人工查询订单。", not_found: "未查到订单：请客户提供确认邮件。", needs_person: "接口无法办理：请在商城系统中人工处理。",
  case_opened: OPEN_CASE, already_open: "此前已有登记：先查看进展，再做承诺。", noted: WAREHOUSE, already_noted: WAREHOUSE,
  charged_twice: "重复扣款：退还第二笔，并告知到账时间。", claimed: "价保申请处理中：给出结论，或告知时间。", taken: "投诉已记录：道歉，说明下一步和时间。",
  bad_tax_number: "税号校验未通过：请客户提供证照照片。", unknown: "知识库没有答案：请回答，并告知负责人补充。",
  "cancel_order.too_late": "已来不及自动取消：联系仓库或承运商拦截，或提供退货。", "cancel_order.delivered": "已送达，不能取消：提供退货。", "change_address.too_late": "包裹已发出：请承运商改派。",
  "change_items.too_late": "包裹已打包：提供退货或另下一单。", "request_refund.too_late": "已过退货期：考虑能否通融。",
  "request_refund.refused": "退款曾被拒绝：说明原因，考虑能否通融。", "refund_status.refused": "退款被拒绝：说明原因，考虑能否通融。",
  "refund_status.none": "账上没有退款：查明承诺内容，并发起退款。", "check_payment.charged_once": "账上只有一笔扣款：请客户提供银行记录核对。",
  "report_fraud.taken": "称被盗刷或盗号：核实身份，查订单和扣款，必要时冻结账号。",
  "note_delivery.noted": "已记下配送留言：转给仓库或承运商，并告知结果。",
  "note_delivery.already_noted": "已记下配送留言：转给仓库或承运商，并告知结果。",
  "case_status.being_looked_into": "客户询问登记进度：告知处理情况和完成时间。",
  "case_status.not_found": "名下没有此登记号：先核对归属，再告知情况。",
  "account_help.needs_person": "注销账号：核实身份后共同办理。",
};

export function nextStep(packet: Packet, lang: Lang): string {
  if (lang === "en" || !packet.next_step) return packet.next_step ?? "";
  const last = packet.tried.at(-1);
  if (!last) return VERIFY;
  return ZH[`${last.what}.${last.outcome}`] ?? ZH[last.outcome] ?? packet.next_step;
}
