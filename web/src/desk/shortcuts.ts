// The desk's keys: which key means which act, and where typing must not be taken for a command. Pure but for the event.

export type DeskAct = "accept" | "next" | "previous" | "compose" | "note" | "mute" | "hold" | "unrecorded" | "ask" | "pass" | "end" | "ready" | "break" | "help";

/** What the list of shortcuts shows, in its order. */
export const SHORTCUTS: readonly { act: DeskAct | "leave"; keys: readonly (readonly string[])[] }[] = [
  { act: "accept", keys: [["A"], ["Ctrl", "Enter"], ["Alt", "Enter"]] },
  { act: "next", keys: [["J"], ["Alt", "↓"]] },
  { act: "previous", keys: [["K"], ["Alt", "↑"]] },
  { act: "compose", keys: [["/"]] },
  { act: "note", keys: [["N"], ["Alt", "N"]] },
  { act: "mute", keys: [["M"], ["Alt", "M"]] },
  { act: "hold", keys: [["H"], ["Alt", "H"]] },
  { act: "unrecorded", keys: [["P"], ["Alt", "P"]] },
  { act: "ask", keys: [["C"], ["Alt", "C"]] },
  { act: "pass", keys: [["T"], ["Alt", "T"]] },
  { act: "end", keys: [["E"], ["Alt", "E"]] },
  { act: "ready", keys: [["R"]] },
  { act: "break", keys: [["B"]] },
  { act: "leave", keys: [["Esc"]] },
  { act: "help", keys: [["?"]] },
];

/** Acts of a conversation: their letter alone, or with Alt where one types. */
const LETTERS: Readonly<Record<string, DeskAct>> = { KeyN: "note", KeyM: "mute", KeyH: "hold", KeyP: "unrecorded", KeyC: "ask", KeyT: "pass", KeyE: "end" };
const PLAIN: Readonly<Record<string, DeskAct>> = {
  a: "accept", j: "next", k: "previous", "/": "compose", "?": "help", n: "note", m: "mute", h: "hold", p: "unrecorded", c: "ask", t: "pass", e: "end",
  r: "ready", b: "break",
};

export interface KeyLike {
  key: string;
  /** The key by its place: with Alt, some keyboards write another letter. */
  code: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  isComposing: boolean;
}

/** The act a key stands for; `typing`: the focus is in a field, where plain keys are letters. */
export function actOf(event: KeyLike, typing: boolean): DeskAct | null {
  if (event.isComposing) return null;
  if (event.key === "Enter" && (event.ctrlKey || event.altKey || event.metaKey)) return "accept";
  if (event.altKey && event.key === "ArrowDown") return "next";
  if (event.altKey && event.key === "ArrowUp") return "previous";
  if (event.altKey && !event.ctrlKey && !event.metaKey && LETTERS[event.code]) return LETTERS[event.code]!;
  if (typing || event.ctrlKey || event.altKey || event.metaKey) return null;
  return PLAIN[event.key] ?? null;
}

/** Radios and checkboxes take no letters: there, single keys stay acts. */
const FIELDS = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]';

/** Whether the event began in something one types into, through shadow roots. */
export function isTyping(event: Event): boolean {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement && target.matches(FIELDS);
}
