// A chat's customer whose page is closed: whoever is offered them, writes to them or answers their message sees it.
import type { Card } from "../api/types";
import { duration } from "../staff/format";
import type { Lang } from "../ui/i18n";
import { moreWords } from "./more-words";
import type { DeskStore } from "./store";

/** How long their page has been closed, in words; empty while it is open. */
export function pageClosed(store: DeskStore, card: Card, lang: Lang): string {
  const now = store.now();
  const since = card.channel === "chat" && (!card.customer_left || card.mode === "message") ? store.signs.awaySince(card.session, now) : null;
  return since === null ? "" : moreWords(lang).pageClosed(duration(now - since, lang));
}
