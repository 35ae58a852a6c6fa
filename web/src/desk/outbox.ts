// What an agent has sent and the server has not shown yet: in order, each once, through a lost connection. Knows no page.
import { ApiError } from "../api/client";
import { freshId } from "../ui/fresh";
import type { Drafts, Unsent } from "./drafts";

export interface Outgoing extends Unsent {
  /** The server did not answer: it is sent again by itself. */
  waits: boolean;
  /** The server has it; its line in the conversation is on its way. */
  taken: boolean;
  /** Why the server refused it. */
  failed: unknown;
}

export interface OutboxEars {
  send: (ticket: string, text: string, key: string) => Promise<unknown>;
  /** The conversation is fetched anew: the server took a message and its line has not come. */
  fetch: (ticket: string) => Promise<void>;
  changed: () => void;
  /** The server's clock, epoch seconds. */
  now: () => number;
  /** Whether this error means that nobody is logged in any more. */
  loggedOut: (error: unknown) => boolean;
}

const ECHO_MS = 1500;
const AGAIN_MS = 5000;
const CLOCKS_MAY_DIFFER_S = 2;
const later = (run: () => void, ms: number): void => void setTimeout(run, ms);

export class Outbox {
  private readonly all = new Map<string, Outgoing[]>();
  private readonly sending = new Set<string>();

  constructor(
    private readonly drafts: Drafts,
    private readonly ears: OutboxEars,
  ) {
    for (const [ticket, kept] of drafts.unsent()) this.all.set(ticket, kept.map(outgoing));
  }

  of(ticket: string): readonly Outgoing[] {
    return this.all.get(ticket) ?? [];
  }

  say(ticket: string, text: string): void {
    const waits = this.of(ticket).some((one) => one.waits);
    this.keep(ticket, [...this.of(ticket), { ...outgoing({ key: freshId(), text, at: this.ears.now() }), waits }]);
    void this.go(ticket);
  }

  /** A refused message once more, after those that are on their way. */
  again(ticket: string, message: Outgoing): void {
    this.drop(ticket, message);
    this.say(ticket, message.text);
  }

  drop(ticket: string, message: Outgoing): void {
    this.keep(ticket, this.of(ticket).filter((one) => one !== message));
  }

  /** The server answers again: everything that waits is sent. */
  hurry(): void {
    for (const ticket of this.all.keys()) void this.go(ticket);
  }

  /** Lines of ours came: what they show is not on its way any more. */
  settle(ticket: string, lines: readonly { text: string; at: number }[]): void {
    for (const line of lines) {
      const shown = this.of(ticket).find((one) => one.text === line.text && !one.failed && line.at > one.at - CLOCKS_MAY_DIFFER_S);
      if (shown) this.drop(ticket, shown);
    }
  }

  /** Nothing of other conversations than these is sent any more; what the server has not got is left to the drafts. */
  only(tickets: readonly string[]): void {
    for (const ticket of [...this.all.keys()].filter((one) => !tickets.includes(one))) {
      this.keep(ticket, this.of(ticket).filter((one) => !one.taken));
      this.all.delete(ticket);
    }
  }

  /** One after the other, so that they arrive in the order they were written in. */
  private async go(ticket: string): Promise<void> {
    if (this.sending.has(ticket)) return;
    this.sending.add(ticket);
    for (let next = this.next(ticket); next; next = this.next(ticket)) if (!(await this.send(ticket, next))) break;
    this.sending.delete(ticket);
  }

  private next(ticket: string): Outgoing | undefined {
    return this.of(ticket).find((one) => !one.taken && !one.failed);
  }

  /** Whether the next one may follow. */
  private async send(ticket: string, message: Outgoing): Promise<boolean> {
    try {
      await this.ears.send(ticket, message.text, message.key);
      message.taken = true;
      message.waits = false;
      later(() => void this.confirm(ticket, message), ECHO_MS);
    } catch (error) {
      const answered = error instanceof ApiError && error.trouble !== "unreachable" && error.trouble !== "broken";
      if (answered && !this.ears.loggedOut(error)) message.failed = error;
      else this.wait(ticket);
    }
    this.ears.changed();
    return message.taken || message.failed !== null;
  }

  private wait(ticket: string): void {
    for (const one of this.of(ticket)) one.waits = !one.taken && one.failed === null;
    later(() => void this.go(ticket), AGAIN_MS);
  }

  private async confirm(ticket: string, message: Outgoing): Promise<void> {
    if (!this.of(ticket).includes(message)) return;
    await this.ears.fetch(ticket);
    this.drop(ticket, message);
  }

  private keep(ticket: string, messages: readonly Outgoing[]): void {
    this.all.set(ticket, [...messages]);
    this.drafts.keep(ticket, { unsent: messages.map(({ key, text, at }) => ({ key, text, at })) });
    this.ears.changed();
  }
}

function outgoing({ key, text, at }: Unsent): Outgoing {
  return { key, text, at, waits: false, taken: false, failed: null };
}
