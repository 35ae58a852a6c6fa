// What an agent has begun to write or to send, by conversation. It outlives a reload of the tab, and ends with the log-in.
import type { Disposition } from "../api/types";
import { tabStorage } from "../ui/keep";

export interface Draft {
  readonly text: string;
  /** The text is for colleagues only. */
  readonly toColleagues: boolean;
  readonly result: Disposition | null;
  /** The note beside the result. */
  readonly note: string;
  /** Messages that were sent and did not arrive yet. */
  readonly unsent: readonly Unsent[];
  /** Whom the words were for, once the conversation was taken away; empty where that is not known. Null: it is on the desk. */
  readonly aside: string | null;
}

export interface Unsent {
  /** The server takes a message of this key once. */
  readonly key: string;
  readonly text: string;
  /** When it was written, epoch seconds. */
  readonly at: number;
}

const KEY = "frontdesk.drafts";
const NONE: Draft = { text: "", toColleagues: false, result: null, note: "", unsent: [], aside: null };
const MOST_ASIDE = 5;

export class Drafts {
  private readonly all: Map<string, Draft>;

  /** `tab` is the storage of this tab, or null where the browser has none for us: then drafts live as long as the page. */
  constructor(private readonly tab: Storage | null = tabStorage()) {
    this.all = new Map(read(tab));
  }

  of(ticket: string): Draft {
    return this.all.get(ticket) ?? NONE;
  }

  /** By ticket, what did not arrive yet. */
  unsent(): [string, readonly Unsent[]][] {
    return [...this.all].map(([ticket, draft]) => [ticket, draft.unsent]);
  }

  keep(ticket: string, part: Partial<Draft>): void {
    this.all.set(ticket, { ...this.of(ticket), ...part });
    this.write();
  }

  /** A note that did not go out is a note again, before whatever was begun since: it must not become a message to the customer. */
  giveBack(ticket: string, note: string): void {
    const since = this.of(ticket).text.trim();
    this.keep(ticket, { text: since ? `${note}\n${since}` : note, toColleagues: true });
  }

  /**
   * Drafts of these conversations stay. Of one that is gone the words are set aside under the name that `whose` knows, to be seen
   * and copied, and are the draft again when it comes back; null: nothing of it is kept.
   */
  only(tickets: readonly string[], whose: (ticket: string) => string | null): void {
    const before = JSON.stringify([...this.all]);
    for (const [ticket, draft] of this.all) {
      if (tickets.includes(ticket)) this.all.set(ticket, { ...draft, aside: null });
      else if (draft.aside === null) this.setAside(ticket, draft, whose(ticket));
    }
    for (const { ticket } of this.aside().slice(0, -MOST_ASIDE)) this.all.delete(ticket);
    if (JSON.stringify([...this.all]) !== before) this.write();
  }

  private setAside(ticket: string, draft: Draft, name: string | null): void {
    const text = [...draft.unsent.map((one) => one.text), draft.text].filter((one) => one.trim()).join("\n");
    if (text && name !== null) this.all.set(ticket, { ...draft, text, unsent: [], aside: name });
    else this.all.delete(ticket);
  }

  /** Words whose conversation was taken away, oldest first. */
  aside(): { ticket: string; text: string; name: string }[] {
    return [...this.all].flatMap(([ticket, { text, aside }]) => (aside === null ? [] : [{ ticket, text, name: aside }]));
  }

  forget(ticket: string): void {
    if (this.all.delete(ticket)) this.write();
  }

  private write(): void {
    try {
      this.tab?.setItem(KEY, JSON.stringify([...this.all]));
    } catch {
      return; // full: the page still has them
    }
  }
}

function read(tab: Storage | null): [string, Draft][] {
  try {
    const found: unknown = JSON.parse(tab?.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? found.filter(isDraft).map(([ticket, draft]) => [ticket, { ...NONE, ...draft }]) : [];
  } catch {
    return [];
  }
}

/** Another version of the page may have kept something else. */
function isDraft(kept: unknown): kept is [string, Partial<Draft>] {
  if (!Array.isArray(kept) || typeof kept[0] !== "string" || typeof kept[1] !== "object") return false;
  const draft = kept[1] as Partial<Draft> | null;
  return typeof (draft?.text ?? "") === "string" && Array.isArray(draft?.unsent ?? []);
}
