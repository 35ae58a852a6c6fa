/**
 * A WebSocket that comes back: reconnects with growing pauses, at once when the machine is online again, and when a line that
 * was cut without a word does not answer. Knows no page.
 */

export type LinkState = "connecting" | "open" | "lost";

export interface LiveOptions {
  onMessage: (message: unknown) => void;
  onState?: (state: LinkState) => void;
  /** Asked after a failed connection; answers false when there is no use in trying again (logged out). */
  mayRetry?: () => Promise<boolean>;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;
/** After such a silence the line is asked whether it stands; it answers, or connects, within this time. */
export const SILENCE_MS = 20_000;
export const ANSWER_MS = 8_000;
const PING = "ping";
const PONG = "pong";

/** The pause before try `attempt` (from 0): doubling, bounded, with up to 30 % taken off so that desks don't return in step. */
export function pauseBefore(attempt: number, spread: number): number {
  const full = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt);
  return Math.round(full * (1 - 0.3 * spread));
}

export class LiveLink {
  private socket: WebSocket | null = null;
  private timer: number | undefined;
  private watch: number | undefined;
  private attempt = 0;
  private stopped = true;

  constructor(
    private readonly path: string,
    private readonly options: LiveOptions,
  ) {}

  start(): void {
    if (!this.stopped) return;
    this.stopped = false;
    window.addEventListener("online", this.hurry);
    document.addEventListener("visibilitychange", this.hurry);
    this.connect();
  }

  stop(): void {
    this.stopped = true;
    window.clearTimeout(this.timer);
    window.clearTimeout(this.watch);
    window.removeEventListener("online", this.hurry);
    document.removeEventListener("visibilitychange", this.hurry);
    this.socket?.close();
    this.socket = null;
  }

  private readonly hurry = (): void => {
    if (document.visibilityState === "hidden" || this.stopped) return;
    if (this.socket) return this.ask(this.socket);
    window.clearTimeout(this.timer);
    this.connect();
  };

  private connect(): void {
    this.options.onState?.("connecting");
    const url = new URL(this.path, window.location.href);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(url);
    this.socket = socket;
    this.expect(socket);
    socket.addEventListener("open", () => {
      this.attempt = 0;
      this.heard(socket);
      this.options.onState?.("open");
    });
    socket.addEventListener("message", (event: MessageEvent<unknown>) => {
      this.heard(socket);
      this.receive(event.data);
    });
    socket.addEventListener("close", () => void this.lost(socket));
  }

  /** The line stands; after a silence it is asked again. */
  private heard(socket: WebSocket): void {
    window.clearTimeout(this.watch);
    this.watch = window.setTimeout(() => this.ask(socket), SILENCE_MS);
  }

  private ask(socket: WebSocket): void {
    if (socket !== this.socket || socket.readyState !== WebSocket.OPEN) return;
    socket.send(PING);
    this.expect(socket);
  }

  /** Without an answer in time the line is dead, whatever the browser knows of it. */
  private expect(socket: WebSocket): void {
    window.clearTimeout(this.watch);
    this.watch = window.setTimeout(() => {
      socket.close();
      void this.lost(socket);
    }, ANSWER_MS);
  }

  private receive(data: unknown): void {
    if (typeof data !== "string" || data === PONG) return;
    let message: unknown;
    try {
      message = JSON.parse(data);
    } catch {
      return; // not ours; the next message will tell
    }
    this.options.onMessage(message);
  }

  private async lost(socket: WebSocket): Promise<void> {
    if (this.stopped || this.socket !== socket) return;
    this.socket = null;
    window.clearTimeout(this.watch);
    this.options.onState?.("lost");
    if (this.options.mayRetry && !(await this.options.mayRetry())) return;
    if (this.stopped || this.socket) return;
    this.timer = window.setTimeout(() => this.connect(), pauseBefore(this.attempt++, Math.random()));
  }
}
