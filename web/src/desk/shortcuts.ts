// The desk's keys: which key means which act, and where typing must not be taken for a command. Pure but for the event.

export type DeskAct = "accept" | "next" | "previous" | "compose" | "help";

/** What the list of shortcuts shows, in its order. */
export const SHORTCUTS: readonly { act: DeskAct | "leave"; keys: readonly (readonly string[])[] }[] = [
  { act: "accept", keys: [["A"], ["Ctrl", "Enter"], ["Alt", "Enter"]] },
  { act: "next", keys: [["J"], ["Alt", "↓"]] },
  { act: "previous", keys: [["K"], ["Alt", "↑"]] },
  { act: "compose", keys: [["/"]] },
  { act: "leave", keys: [["Esc"]] },
  { act: "help", keys: [["?"]] },
];

export interface KeyLike {
  key: string;
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
  if (typing || event.ctrlKey || event.altKey || event.metaKey) return null;
  const plain: Readonly<Record<string, DeskAct>> = { a: "accept", j: "next", k: "previous", "/": "compose", "?": "help" };
  return plain[event.key] ?? null;
}

/** Radios and checkboxes take no letters: there, single keys stay acts. */
const FIELDS = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]';

/** Whether the event began in something one types into, through shadow roots. */
export function isTyping(event: Event): boolean {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement && target.matches(FIELDS);
}
