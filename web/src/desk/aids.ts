// What helps beside the conversation: ready-made replies, hints by ticket, the shift's figures. Asked for; nice to have.
import { api } from "../api/client";
import type { Hints, ReadyReply, Shift } from "../api/types";

export class Aids {
  replies: readonly ReadyReply[] = [];
  /** What is wrong with the file of ready-made replies. */
  repliesProblem: string | null = null;
  shift: Shift | null = null;
  private readonly hinted = new Map<string, Hints>();
  /** Tasks the agent has run, by ticket: not proposed again. */
  private readonly done = new Map<string, Set<string>>();

  constructor(private readonly changed: () => void) {}

  forget(): void {
    this.hinted.clear();
    this.done.clear();
  }

  hints(ticket: string): Hints | null {
    return this.hinted.get(ticket) ?? null;
  }

  /** The replies may have been changed by their owner meanwhile. */
  askReplies(): void {
    this.ask(api.replies(), (answer) => {
      this.replies = answer.replies;
      this.repliesProblem = answer.problem;
    });
  }

  /** Asked anew when the customer wrote or something was done: what fitted before may not fit now. */
  askHints(ticket: string): void {
    const done = this.done.get(ticket);
    this.ask(api.hints(ticket), (hints) => this.hinted.set(ticket, { ...hints, tasks: hints.tasks.filter((task) => !done?.has(task)) }));
  }

  ran(ticket: string, task: string): void {
    this.done.set(ticket, (this.done.get(ticket) ?? new Set()).add(task));
    this.askHints(ticket);
  }

  askShift(): void {
    this.ask(api.shift(), (shift) => (this.shift = shift));
  }

  /** What is had already stays where nothing comes. */
  private ask<T>(asked: Promise<T>, take: (answer: T) => void): void {
    void asked.then(
      (answer) => {
        take(answer);
        this.changed();
      },
      () => undefined,
    );
  }
}
