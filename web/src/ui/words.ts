// The words of the frame around every page. A page's own words live beside that page.
import { dictionary } from "./i18n";

export const frameWords = dictionary(
  {
    house: "Frontdesk",
    skip: "Skip to the content",
    pages: "Pages",
    home: "Home",
    chat: "Chat",
    phone: "Phone",
    desk: "Desk",
    board: "Board",
    otherLanguage: "中文",
    otherLanguageLabel: "切换到中文",
    toDark: "Use the dark theme",
    toLight: "Use the light theme",
  },
  {
    house: "Frontdesk",
    skip: "跳到正文",
    pages: "页面",
    home: "首页",
    chat: "聊天",
    phone: "电话",
    desk: "坐席台",
    board: "看板",
    otherLanguage: "EN",
    otherLanguageLabel: "EN: Switch to English",
    toDark: "切换到深色主题",
    toLight: "切换到浅色主题",
  },
);
