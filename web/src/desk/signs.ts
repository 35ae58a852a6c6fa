// Signs of life between agent and customer, as the desk keeps them: who types, what was read. Tells the server now and then.
import { api } from "../api/client";
import type { SignsTold, TranscriptItem } from "../api/types";

const TYPING_EVERY_MS = 3000;
const CLOSED_S = 20;

/** The turn a line was said in, by its id `turn:place`; 0 when it has none. */
export function turnOf(line: TranscriptItem): number {
  const [turn, place] = line.id.split(":");
  return place === undefined ? 0 : Number(turn) || 0;
}

/** The order of lines: by turn, and by place in it. */
export function byPlace(a: TranscriptItem, b: TranscriptItem): number {
  const place = (line: TranscriptItem): number => Number(line.id.split(":")[1]) || 0;
  return turnOf(a) - turnOf(b) || place(a) - place(b);
}

export class Signs {
  private readonly typingUntil = new Map<string, number>();
  private readonly readTurn = new Map<string, number>();
  private readonly away = new Map<string, number>();
  private readonly told = new Map<string, number>();
  private readonly typedAt = new Map<string, number>();

  constructor(
    private readonly changed: () => void,
    private readonly now: () => number = () => Date.now(),
  ) {}

  take(signs: SignsTold): void {
    this.typingUntil.set(signs.session, this.now() + signs.typing_s * 1000);
    this.readTurn.set(signs.session, signs.read);
    this.away.set(signs.session, signs.away_since);
    if (signs.typing_s > 0) window.setTimeout(this.changed, signs.typing_s * 1000 + 50);
  }

  types(session: string): boolean {
    return (this.typingUntil.get(session) ?? 0) > this.now();
  }

  /** Since when the customer has no page open (epoch seconds), or null; a page that is loaded anew is not closed. */
  awaySince(session: string, now: number): number | null {
    const since = this.away.get(session);
    return since && now - since >= CLOSED_S ? since : null;
  }

  /** The turn up to which the customer has read. */
  readUpTo(session: string): number {
    return this.readTurn.get(session) ?? 0;
  }

  /** The customer sent something at that time: they were there, and don't type any more. */
  wrote(session: string, at: number): void {
    this.typingUntil.delete(session);
    if (at >= (this.away.get(session) ?? Infinity)) this.away.delete(session);
  }

  typing(ticket: string): void {
    if (this.now() - (this.typedAt.get(ticket) ?? -Infinity) < TYPING_EVERY_MS) return;
    this.typedAt.set(ticket, this.now());
    void api.typing(ticket).catch(() => undefined); // a sign that is lost is no harm
  }

  /** The agent has seen the conversation up to this turn. */
  seen(ticket: string, turn: number): void {
    if (turn <= (this.told.get(ticket) ?? 0)) return;
    this.told.set(ticket, turn);
    void api.read(ticket, turn).catch(() => this.told.delete(ticket));
  }
}
