// The words of the /phone page around the telephone. Knows no component.
import { dictionary } from "../ui/i18n";

export const pageWords = dictionary(
  {
    documentTitle: "Phone · Frontdesk",
    heading: "Call the front desk",
    lead: "A telephone in your browser. It meets the same menus, over the same webhooks, as a real call.",
    hintsHeading: "Good to know",
    hintLanguage: "Press 1 for English, 2 for Chinese.",
    hintOrders: "Orders 10023 and 10024 belong to the phone ending 0198, order 10031 to the one ending 6688.",
    hintPerson: "Press 0 at any time for a person.",
    hintKeys: "Your keyboard's digits, * and # work too.",
  },
  {
    documentTitle: "电话 · Frontdesk",
    heading: "拨打服务热线",
    lead: "浏览器里的一部电话，与真实来电走同样的菜单、同样的接口。",
    hintsHeading: "小提示",
    hintLanguage: "英文按 1，中文按 2。",
    hintOrders: "订单 10023、10024 的手机后四位是 0198，订单 10031 的是 6688。",
    hintPerson: "随时按 0 转人工。",
    hintKeys: "也可以用键盘上的数字键、* 和 #。",
  },
);
