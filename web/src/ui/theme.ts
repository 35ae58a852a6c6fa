// Light or dark: the system's choice until the visitor makes their own. public/theme.js applies it before the first paint.
import { keep, kept } from "./keep";

export type Theme = "light" | "dark";
const KEY = "frontdesk.theme";

export function currentTheme(): Theme {
  const own = kept(KEY);
  if (own === "light" || own === "dark") return own;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

export function chooseTheme(theme: Theme): void {
  keep(KEY, theme);
  document.documentElement.dataset["theme"] = theme;
}
