// The words of one's own log-in.
import { dictionary } from "../ui/i18n";

export const loginWords = dictionary(
  {
    heading: "My log-in",
    open: "Where I am logged in",
    since: (time: string) => `since ${time}`,
    here: "this browser",
    end: "End",
    change: "Change the password",
    present: "Present password",
    next: "New password",
    hint: "Ten characters or more; a few words in a row are good. Your other log-ins end.",
    short: "Take a password of ten characters or more.",
    changed: "The password is changed; your other log-ins ended.",
    notChanged: "The password was not changed. Check the present one, and take a longer new one without your name in it.",
  },
  {
    heading: "我的登录",
    open: "已登录的位置",
    since: (time: string) => `自 ${time}`,
    here: "当前浏览器",
    end: "退出",
    change: "修改密码",
    present: "当前密码",
    next: "新密码",
    hint: "至少十个字符，可用几个词连写。修改后其他登录会退出。",
    short: "密码至少需要十个字符。",
    changed: "密码已修改，其他登录已退出。",
    notChanged: "密码未修改。请核对当前密码，新密码要更长且不含用户名。",
  },
);
