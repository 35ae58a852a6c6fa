// How the desk names a customer who may not be known, and what is offered. Pure.
import type { Card } from "../api/types";
import type { Lang } from "../ui/i18n";
import { deskWords } from "./words";

export function customerName(card: Card, lang: Lang): string {
  return card.customer?.name || deskWords(lang).unknownCustomer;
}

/** What comes to the agent: a call, a chat, a message to answer, somebody to call back. */
export function offerTitle(card: Card, lang: Lang): string {
  const words = deskWords(lang);
  if (card.mode === "message") return words.offerMessage;
  if (card.mode === "callback") return words.offerCallBack;
  return card.channel === "voice" ? words.offerCall : words.offerChat;
}
