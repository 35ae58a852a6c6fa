// A person's or the assistant's round sign. Pure.
import { html, type TemplateResult } from "lit";
import { icon } from "./icons";

/** Up to two letters of a Latin name, the family name's character of a Chinese one: "Amy Chen" → "AC", "王小明" → "王". */
export function initials(name: string): string {
  const trimmed = name.trim();
  if (/^[㐀-鿿]/u.test(trimmed)) return trimmed.slice(0, 1);
  const words = trimmed.split(/\s+/u).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words[words.length - 1] : undefined];
  return letters.map((word) => word?.[0] ?? "").join("").toUpperCase() || "?";
}

export function personAvatar(name: string): TemplateResult {
  return html`<span class="avatar person" aria-hidden="true">${initials(name)}</span>`;
}

export function botAvatar(): TemplateResult {
  return html`<span class="avatar" aria-hidden="true">${icon("bell", 18)}</span>`;
}
