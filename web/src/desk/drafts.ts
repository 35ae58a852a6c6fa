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
}

export interface Unsent {
  /** The server takes a message of this key once. */
  readonly key: string;
  readonly text: string;
  /** When it was written, epoch seconds. */
  readonly at: number;
}

const KEY = "frontdesk.drafts";
const NONE: Draft = { text: "", toColleagues: false, result: null, note: "", unsent: [] };

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

  /** Only drafts of these conversations stay. */
  only(tickets: readonly string[]): void {
    const gone = [...this.all.keys()].filter((ticket) => !tickets.includes(ticket));
    for (const ticket of gone) this.all.delete(ticket);
    if (gone.length) this.write();
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
