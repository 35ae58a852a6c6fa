// The words of the /chat page around the chat. Knows no component.
import { dictionary } from "../ui/i18n";

export const pageWords = dictionary(
  {
    documentTitle: "Chat · Frontdesk",
    heading: "Ask about your order",
    lead: "The assistant knows every order of the demo shop. It checks the last four digits of the phone number once, then answers. A person is one button away.",
    tryThese: "Try one",
    samples: "Demo orders",
    order: "Order",
    lastFour: "Last four digits",
    speaks: "Try",
    note: "The assistant is automated. Say or press “Talk to a person” at any time.",
  },
  {
    documentTitle: "聊天 · Frontdesk",
    heading: "查询您的订单",
    lead: "智能助手了解演示商城的每一笔订单。只需核对一次手机号后四位，随即作答；随时可以转人工。",
    tryThese: "试一试",
    samples: "演示订单",
    order: "订单号",
    lastFour: "手机后四位",
    speaks: "试着说",
    note: "这是自动应答的智能助手。随时可以点击“转人工”。",
  },
);

/** Orders of the demo shop, and how one would ask about them. */
export const SAMPLES = [
  { order: "10023", lastFour: "0198", ask: "Where is my order 10023?", lang: "en" },
  { order: "10024", lastFour: "0198", ask: "I want to return order 10024", lang: "en" },
  { order: "10031", lastFour: "6688", ask: "我的订单10031到哪了？", lang: "zh" },
] as const;
