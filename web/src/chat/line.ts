// The Socket.IO connection of a chat, and what brings it back from a cut that Socket.IO itself would sit out. Knows no session.
import { io } from "socket.io-client";

/** What is used of a Socket.IO socket. */
export interface Wire {
  readonly connected: boolean;
  on(event: string, heard: (data: unknown) => void): unknown;
  emit(event: string, data: unknown): unknown;
  timeout(ms: number): { emit(event: string, data: unknown, done: (late: Error | null, answer?: { ok?: boolean }) => void): unknown };
  connect(): unknown;
  disconnect(): unknown;
}

export interface Clock {
  now(): number;
  later(run: () => void, ms: number): void;
}
export const REAL_CLOCK: Clock = { now: () => Date.now(), later: (run, ms) => void setTimeout(run, ms) };

/** Where the browser says that it is online again. */
export interface Surroundings {
  addEventListener(event: string, heard: () => void): void;
  removeEventListener(event: string, heard: () => void): void;
}

/** One try to connect may take this long on a bad line; Socket.IO would sit out 20 s. */
const TRY_MS = 8000;
/** A request for a session that is not answered within this time was lost; doubled each time, for a server that is slow. */
const ANSWER_MS = 5000;
const LONGEST_MS = 20_000;

export function wireTo(origin: string): Wire {
  return io(origin, {
    path: "/socket.io",
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    timeout: TRY_MS,
    reconnectionDelay: 500,
    reconnectionDelayMax: 4000,
    forceNew: true,
  });
}

/**
 * Keeps a wire alive. Socket.IO comes back from a refused or broken connection; it does not notice a cut while it still
 * connects (its `offline` listener closes the attempt without a word), nor a request that got lost, nor that the machine is
 * online again while it pauses.
 */
export class Lifeline {
  private settled = false;
  private request = 0;
  private patienceMs = ANSWER_MS;

  constructor(
    private readonly wire: Wire,
    private readonly ask: () => void,
    private readonly clock: Clock,
    private readonly around: Surroundings,
  ) {
    wire.on("connect", () => this.begin());
    wire.on("disconnect", (reason) => this.lost(reason));
    around.addEventListener("online", this.hurry);
  }

  /** The session is confirmed: the line stands. */
  confirmed(): void {
    this.settled = true;
    this.patienceMs = ANSWER_MS;
  }

  /** Begin anew, at once, unless the line stands. */
  readonly hurry = (): void => {
    if (this.settled) return;
    this.wire.disconnect();
    this.wire.connect();
  };

  /** A line may be cut without a word: whether this one still answers is asked for. */
  doubt(): void {
    if (this.settled) this.begin();
  }

  close(): void {
    this.settled = true;
    this.around.removeEventListener("online", this.hurry);
    this.wire.disconnect();
  }

  /** Ask for the session; over a new connection when no answer comes. */
  begin(): void {
    this.settled = false;
    const mine = ++this.request;
    this.ask();
    this.clock.later(() => {
      if (mine === this.request && this.wire.connected) this.hurry();
    }, this.patienceMs);
    this.patienceMs = Math.min(2 * this.patienceMs, LONGEST_MS);
  }

  /** Socket.IO comes back by itself, unless the server sent it away. */
  private lost(reason: unknown): void {
    if (reason === "io client disconnect") return;
    this.settled = false;
    if (reason === "io server disconnect") this.clock.later(this.hurry, ANSWER_MS);
  }
}
