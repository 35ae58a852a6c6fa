// How the desk names a customer who may not be known, and what is offered. Pure.
import { nothing } from "lit";
import type { Card } from "../api/types";
import { htmlLang, type Lang } from "../ui/i18n";
import { deskWords } from "./words";

export function customerName(card: Card, lang: Lang): string {
  return card.customer?.name || deskWords(lang).unknownCustomer;
}

/** The language to read that name in: a customer's own, or the page's where our words stand for it. */
export function nameLang(card: Card) {
  return card.customer?.name ? htmlLang(card.lang) : nothing;
}

/** What comes to the agent: a call, a chat, a message to answer, somebody to call back. */
export function offerTitle(card: Card, lang: Lang): string {
  const words = deskWords(lang);
  if (card.mode === "message") return words.offerMessage;
  if (card.mode === "callback") return words.offerCallBack;
  return card.channel === "voice" ? words.offerCall : words.offerChat;
}
