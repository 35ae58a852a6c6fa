// The pages' languages. A dictionary whose Chinese lacks a key of its English does not compile. Knows no page's words.
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { keep, kept } from "./keep";

export type Lang = "en" | "zh";
type Entry = string | ((...values: never[]) => string);
type SameShape<Words> = { [Key in keyof Words]: Words[Key] extends (...values: infer V) => string ? (...values: V) => string : string };

/** Two languages with the same keys: `const words = dictionary({hello: "Hello"}, {hello: "你好"})`. */
export function dictionary<Words extends Record<string, Entry>>(
  en: Words,
  zh: SameShape<Words>,
): (lang: Lang) => SameShape<Words> {
  return (lang) => (lang === "zh" ? zh : (en as unknown as SameShape<Words>));
}

const KEY = "frontdesk.lang";
/** Told on the window, since the widget is a bundle of its own with its own copy of this module. */
const CHANGED = "frontdesk-lang";
let chosen: Lang | null = null;

/** The nearest language we speak, or null: `"zh-Hans-CN"` → `"zh"`. */
export function asLang(tag: string | null | undefined): Lang | null {
  const low = (tag ?? "").toLowerCase();
  if (low.startsWith("zh")) return "zh";
  return low.startsWith("en") ? "en" : null;
}

export function currentLang(): Lang {
  chosen ??= asLang(kept(KEY)) ?? asLang(globalThis.navigator?.language) ?? "en";
  return chosen;
}

export function chooseLang(lang: Lang): void {
  chosen = lang;
  keep(KEY, lang);
  document.documentElement.lang = htmlLang(lang);
  window.dispatchEvent(new Event(CHANGED));
}

/** The tag for `lang` attributes, so that screen readers and fonts choose rightly. */
export function htmlLang(lang: string): string {
  return asLang(lang) === "zh" ? "zh-CN" : lang || "en";
}

/** Renders its host again when the visitor changes the language; tells `changed` first. */
export class Language implements ReactiveController {
  private readonly tell = () => {
    chosen = asLang(kept(KEY)) ?? chosen;
    this.changed();
    this.host.requestUpdate();
  };

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly changed: () => void = () => undefined,
  ) {
    host.addController(this);
  }
  get now(): Lang {
    return currentLang();
  }
  hostConnected(): void {
    window.addEventListener(CHANGED, this.tell);
  }
  hostDisconnected(): void {
    window.removeEventListener(CHANGED, this.tell);
  }
}
