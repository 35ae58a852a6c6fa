/** A WebSocket that comes back: reconnects with growing pauses, at once when the machine is online again. Knows no page. */

export type LinkState = "connecting" | "open" | "lost";

export interface LiveOptions {
  onMessage: (message: unknown) => void;
  onState?: (state: LinkState) => void;
  /** Asked after a failed connection; answers false when there is no use in trying again (logged out). */
  mayRetry?: () => Promise<boolean>;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;

/** The pause before try `attempt` (from 0): doubling, bounded, with up to 30 % taken off so that desks don't return in step. */
export function pauseBefore(attempt: number, spread: number): number {
  const full = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt);
  return Math.round(full * (1 - 0.3 * spread));
}

export class LiveLink {
  private socket: WebSocket | null = null;
  private timer: number | undefined;
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
    window.removeEventListener("online", this.hurry);
    document.removeEventListener("visibilitychange", this.hurry);
    this.socket?.close();
    this.socket = null;
  }

  private readonly hurry = (): void => {
    if (document.visibilityState === "hidden" || this.stopped || this.socket) return;
    window.clearTimeout(this.timer);
    this.connect();
  };

  private connect(): void {
    this.options.onState?.("connecting");
    const url = new URL(this.path, window.location.href);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(url);
    this.socket = socket;
    socket.addEventListener("open", () => {
      this.attempt = 0;
      this.options.onState?.("open");
    });
    socket.addEventListener("message", (event: MessageEvent<unknown>) => this.receive(event.data));
    socket.addEventListener("close", () => void this.lost(socket));
  }

  private receive(data: unknown): void {
    if (typeof data !== "string") return;
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
    this.options.onState?.("lost");
    if (this.options.mayRetry && !(await this.options.mayRetry())) return;
    if (this.stopped || this.socket) return;
    this.timer = window.setTimeout(() => this.connect(), pauseBefore(this.attempt++, Math.random()));
  }
}
