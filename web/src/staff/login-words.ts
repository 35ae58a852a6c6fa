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
    present: "Current password",
    next: "New password",
    hint: "Ten characters or more; a few words in a row make a good one. Your other log-ins will end.",
    short: "Choose a password of ten characters or more.",
    changed: "Your password is changed; your other log-ins have ended.",
    notChanged: "The password was not changed. Check the current one, and choose a longer new one without your name in it.",
  },
  {
    heading: "我的账号",
    open: "已登录的设备",
    since: (time: string) => `${time} 起`,
    here: "当前浏览器",
    end: "退出",
    change: "修改密码",
    present: "当前密码",
    next: "新密码",
    hint: "至少十个字符，可以连用几个词。修改后，其他设备上的登录会退出。",
    short: "密码至少需要十个字符。",
    changed: "密码已修改，其他设备上的登录已退出。",
    notChanged: "密码未修改。请核对当前密码，新密码须更长，且不含用户名。",
  },
);
