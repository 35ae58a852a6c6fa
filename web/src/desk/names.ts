// How the desk names a customer who may not be known. Pure.
import type { Card } from "../api/types";
import type { Lang } from "../ui/i18n";
import { deskWords } from "./words";

export function customerName(card: Card, lang: Lang): string {
  return card.customer?.name || deskWords(lang).unknownCustomer;
}
