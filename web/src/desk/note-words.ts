// What happened among colleagues, said between the lines of a conversation.
import { dictionary } from "../ui/i18n";

export const noteWords = dictionary(
  {
    note: "noted for colleagues",
    transfer: "passed the customer on to",
    reassign: "gave the customer to",
    overflow: "moved the customer to",
    taken: "took over from",
    handed_over: "handed the customer over to",
    message: "had the customer leave a message for",
    bot: "gave the customer back to the bot",
    joined_consult: "came to advise",
    joined_three_way: "joined the conversation",
    joined_listen: "began to listen in",
    joined_coach: "began to coach",
    left: "left",
  },
  {
    note: "给同事的便笺",
    transfer: "将客户转给",
    reassign: "将客户改派给",
    overflow: "将客户移至",
    taken: "接替",
    handed_over: "将客户移交给",
    message: "请客户留言给",
    bot: "将客户交回机器人",
    joined_consult: "加入并提供建议",
    joined_three_way: "加入了会话",
    joined_listen: "开始旁听",
    joined_coach: "开始旁听并指导",
    left: "已离开",
  },
);
