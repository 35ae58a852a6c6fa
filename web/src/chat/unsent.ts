// What the customer wrote and the server has not got yet: begun in the box, or on its way. It outlives a reload of the tab.
import type { Message } from "./protocol";

export interface Unsent {
  /** What stands in the box. */
  readonly draft: string;
  /** Sent, not known to have arrived. The server takes a message of one id once. */
  readonly messages: readonly Message[];
}

const KEY = "frontdesk.unsent";
const NONE: Unsent = { draft: "", messages: [] };
/** What was written longer ago than this, in ms, is not sent by itself any more: nobody waits for it. */
const LONGEST_MS = 30 * 60_000;
const MOST = 20;

/** What this tab holds. `tab` is null where the browser keeps nothing for us. */
export function unsentIn(tab: Storage | null, now: number): Unsent {
  try {
    const found = JSON.parse(tab?.getItem(KEY) ?? "null") as Partial<Unsent> | null;
    if (!found || typeof found.draft !== "string" || !Array.isArray(found.messages)) return NONE;
    const fresh = found.messages.filter((one: unknown) => isOurs(one) && now - one.at < LONGEST_MS);
    return { draft: found.draft, messages: fresh.map((one) => ({ ...one, sent: "sending" as const })) };
  } catch {
    return NONE;
  }
}

export function keepUnsent(tab: Storage | null, unsent: Unsent): void {
  try {
    if (!unsent.draft && !unsent.messages.length) tab?.removeItem(KEY);
    else tab?.setItem(KEY, JSON.stringify({ draft: unsent.draft, messages: unsent.messages.slice(-MOST) }));
  } catch {
    return; // full, or forbidden: the page still has it
  }
}

/** Another version of the page, or of the page around the widget, may have kept something else. */
function isOurs(kept: unknown): kept is Message {
  if (typeof kept !== "object" || kept === null) return false;
  const { id, from, text, at, payload } = kept as Partial<Message>;
  return typeof id === "string" && from === "customer" && typeof text === "string" && typeof at === "number" && (payload === undefined || typeof payload === "string");
}
