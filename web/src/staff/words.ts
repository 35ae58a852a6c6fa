// Words both staff pages use: login, header, and what codes of the front desk are called. Knows no page's layout.
import { ApiError } from "../api/client";
import { dictionary, type Lang } from "../ui/i18n";

export const staffWords = dictionary(
  {
    loginDesk: "Log in to the desk",
    loginBoard: "Log in to the board",
    loginLead: "Use the name and password your supervisor gave you.",
    username: "User name",
    password: "Password",
    show: "Show password",
    hide: "Hide password",
    showShort: "Show",
    hideShort: "Hide",
    logIn: "Log in",
    loggingIn: "Logging in…",
    logOut: "Log out",
    needName: "Enter your user name.",
    needPassword: "Enter your password.",
    unreachable: "The front desk cannot be reached. Check your connection and try again.",
    broken: "The front desk had a problem of its own. Try again in a moment.",
    refused: "The front desk could not do that. Reload the page and try again.",
    badLogin: "That name and password do not belong together. Check both and try again.",
    notLoggedIn: "Your login has ended. Log in again to go on.",
    notAllowed: "Your login does not open this page. Ask a supervisor for the right role.",
    locked: "Too many wrong tries. Wait a few minutes and try again.",
    conflict: "Somebody or something changed this in the meantime. The page shows the present state.",
    otherLogin: "Log in as somebody else",
    loading: "One moment…",
    close: "Close",
    connectionLost: "Connection lost. Trying again by itself…",
    or: "or",
    company_refused: "The company's log-in did not let you in. Try again, or use name and password.",
    company_failed: "The log-in did not come back as it should. Try again; if it happens twice, tell your administrator.",
    company_no_mail: "The company's log-in names no verified e-mail address. Ask who runs it.",
    company_wrong_domain: "This e-mail address is of a company that may not come in here.",
    company_no_role: "The company's log-in gives you no role here. Ask your administrator.",
    company_no_account: "You have no account here. Ask your administrator to add your e-mail address.",
    company_disabled: "This account is disabled. Ask your administrator.",
  },
  {
    loginDesk: "登录坐席台",
    loginBoard: "登录看板",
    loginLead: "请使用主管提供的用户名和密码。",
    username: "用户名",
    password: "密码",
    show: "显示密码",
    hide: "隐藏密码",
    showShort: "显示",
    hideShort: "隐藏",
    logIn: "登录",
    loggingIn: "正在登录…",
    logOut: "退出",
    needName: "请输入用户名。",
    needPassword: "请输入密码。",
    unreachable: "无法连接服务台。请检查网络后重试。",
    broken: "服务台出现了问题。请稍后再试。",
    refused: "服务台未能完成此操作。请刷新页面后重试。",
    badLogin: "用户名与密码不匹配。请核对后重试。",
    notLoggedIn: "登录已失效。请重新登录。",
    notAllowed: "您的账号不能打开此页面。请向主管申请相应角色。",
    locked: "错误次数过多。请等待几分钟后再试。",
    conflict: "此内容刚刚已被更改。页面显示的是当前状态。",
    otherLogin: "使用其他账号登录",
    loading: "请稍候…",
    close: "关闭",
    connectionLost: "连接已断开，正在自动重试…",
    or: "或",
    company_refused: "企业登录未放行。请重试，或使用用户名和密码。",
    company_failed: "企业登录返回异常。请重试；若再次出现，请联系管理员。",
    company_no_mail: "企业登录未提供已验证的邮箱。请联系其管理人员。",
    company_wrong_domain: "此邮箱所属的公司不能在这里登录。",
    company_no_role: "企业登录没有为您分配这里的角色。请联系管理员。",
    company_no_account: "您在这里还没有账号。请管理员添加您的邮箱。",
    company_disabled: "此账号已停用。请联系管理员。",
  },
);

/** The sentence to show for a failed ask: the server's own in English, ours where it gave none or the reader reads Chinese. */
export function sentence(error: unknown, lang: Lang): string {
  const w = staffWords(lang);
  if (!(error instanceof ApiError)) return w.broken;
  if (error.message && error.trouble !== "not_logged_in" && (lang === "en" || error.trouble === "refused")) return error.message;
  switch (error.trouble) {
    case "unreachable":
      return w.unreachable;
    case "not_logged_in":
      return w.notLoggedIn;
    case "not_allowed":
      return w.notAllowed;
    case "locked":
      return w.locked;
    case "conflict":
      return w.conflict;
    case "broken":
      return w.broken;
    case "refused":
      return w.refused;
  }
}

type Labels = Readonly<Record<string, readonly [en: string, zh: string]>>;

/** Codes the front desk sends, by kind. A code that is not here is shown as its own words. */
const LABELS = {
  channel: { voice: ["Phone", "电话"], chat: ["Chat", "在线聊天"] },
  lang: { en: ["English", "英语"], zh: ["Chinese", "中文"] },
  tier: { standard: ["Standard", "普通"], silver: ["Silver", "银卡"], gold: ["Gold", "金卡"] },
  reason: {
    asked: ["Asked for a person", "要求人工"],
    failures: ["Self-service failed", "自助未成功"],
    complaint: ["Complaint", "投诉"],
    task: ["Task needs a person", "业务需人工处理"],
    machine_down: ["A system was down", "系统故障"],
    closed_hours: ["Outside opening hours", "非营业时间"],
  },
  goal: {
    order_status: ["Order status", "查询订单"],
    start_return: ["Return an item", "申请退货"],
    return_item: ["Return an item", "申请退货"],
    human_agent: ["Talk to a person", "人工服务"],
    human: ["Talk to a person", "人工服务"],
    complaint: ["Complaint", "投诉"],
    verify_identity: ["Verify identity", "核实身份"],
  },
  task: {
    verify_identity: ["Identity check", "身份核实"],
    order_status: ["Order status", "订单查询"],
    start_return: ["Return request", "退货申请"],
  },
  outcome: {
    running: ["still going", "进行中"],
    unreachable: ["not reached", "未接通"],
    escalated: ["with a person", "转人工"],
    promised: ["promised a callback", "承诺回电"],
    abandoned_in_queue: ["left the queue", "排队中离开"],
    trapped: ["found no way on", "未找到出口"],
    resolved_verified: ["solved", "已解决"],
    resolved_unverified: ["seems solved", "可能已解决"],
    gave_up: ["gave up", "放弃"],
  },
  task_outcome: {
    verified: ["verified", "已核实"],
    mismatch: ["did not match", "不匹配"],
    locked: ["locked", "已锁定"],
    shop_down: ["shop system did not answer", "商城系统无响应"],
    found: ["found", "已查到"],
    not_found: ["not found", "未查到"],
    identity_needed: ["identity needed", "需先核实身份"],
    started: ["started", "已办理"],
    already_started: ["was already started", "此前已办理"],
    not_returnable: ["cannot be returned", "不可退货"],
  },
  order_state: {
    placed: ["Placed", "已下单"],
    paid: ["Paid", "已付款"],
    packing: ["Being packed", "打包中"],
    processing: ["Being prepared", "处理中"],
    shipped: ["Shipped", "已发货"],
    in_transit: ["On its way", "运输中"],
    out_for_delivery: ["Out for delivery", "派送中"],
    delayed: ["Delayed", "延误"],
    delivered: ["Delivered", "已送达"],
    cancelled: ["Cancelled", "已取消"],
    returned: ["Returned", "已退货"],
    lost: ["Lost", "丢失"],
  },
  by: { bot: ["by the bot", "机器人"], menu: ["by the menu", "语音菜单"], agent: ["by an agent", "坐席"] },
  verified_by: {
    order_and_phone: ["order number and phone digits", "订单号与手机尾号"],
    order_phone: ["order number and phone digits", "订单号与手机尾号"],
    last4: ["phone digits", "手机尾号"],
  },
  fact: {
    order_number: ["Order", "订单号"],
    order_state: ["State of the order", "订单状态"],
    return_reason: ["Reason for return", "退货原因"],
    return_number: ["Return number", "退货单号"],
    customer_name: ["Name", "姓名"],
    customer_id: ["Customer number", "客户编号"],
    customer_tier: ["Tier", "等级"],
    verified_by: ["Verified by", "核实方式"],
    goal: ["Goal", "诉求"],
    product: ["Product", "商品"],
    expected_day: ["Expected day", "预计日期"],
    carrier: ["Carrier", "承运商"],
  },
  source: {
    shop: ["from the shop", "来自商城"],
    customer: ["said by the customer", "客户所述"],
    bot: ["from the bot", "来自机器人"],
    menu: ["from the menu", "来自菜单"],
    session: ["from this session", "来自本次会话"],
  },
  queue: { service: ["Service", "客服"], complaints: ["Complaints", "投诉"] },
  break_reason: {
    rest: ["Short rest", "短暂休息"],
    meal: ["Meal", "用餐"],
    meeting: ["Meeting", "会议"],
    training: ["Training or coaching", "培训或辅导"],
    technical: ["Technical trouble", "技术故障"],
  },
  doing: {
    ready: ["Free", "空闲"],
    busy: ["With a customer", "服务中"],
    wrap_up: ["Wrap-up", "话后整理"],
    break: ["Break", "小休"],
    offline: ["Offline", "离线"],
  },
  status: { ready: ["Ready", "就绪"], wrap_up: ["Wrap-up", "整理"], break: ["Break", "小休"], offline: ["Offline", "离线"] },
  disposition: {
    solved: ["Solved", "已解决"],
    follow_up: ["Needs follow-up", "需跟进"],
    no_answer_needed: ["No answer needed", "无需回复"],
    wrong_number: ["Wrong number", "打错了"],
    other: ["Other", "其他"],
  },
} satisfies Record<string, Labels>;

export type LabelKind = keyof typeof LABELS;

/** What a code is called; an unknown one becomes readable: `"ship_date"` → `"Ship date"`. */
export function label(kind: LabelKind, code: string | null | undefined, lang: Lang): string {
  if (!code) return "";
  const known = (LABELS[kind] as Labels)[code];
  if (known) return lang === "zh" ? known[1] : known[0];
  const words = code.replaceAll("_", " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
