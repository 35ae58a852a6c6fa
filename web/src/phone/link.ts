// The telephone's WebSocket. A caller's lives as long as the call; a registered one (an agent's) is kept and comes back.
import { decode, type FromServer, type ToServer } from "./protocol";

const BACK_MS = [500, 1000, 2000, 4000, 8000];

export interface Ears {
  came(message: FromServer): void;
  opened(): void;
  closed(): void;
}

export class PhoneLink {
  private socket: WebSocket | null = null;
  private tries = 0;
  private wanted = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly ears: Ears,
    private readonly client: string,
  ) {}

  get open(): boolean {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  connect(): void {
    this.wanted = true;
    clearTimeout(this.timer);
    if (this.socket) return;
    const socket = new WebSocket(address(this.client));
    this.socket = socket;
    socket.onopen = () => {
      this.tries = 0;
      this.ears.opened();
    };
    socket.onmessage = (event) => {
      const message = decode(String(event.data));
      if (message) this.ears.came(message);
    };
    socket.onclose = () => this.lost(socket);
  }

  send(message: ToServer): void {
    if (this.open) this.socket?.send(JSON.stringify(message));
  }

  close(): void {
    this.wanted = false;
    clearTimeout(this.timer);
    const socket = this.socket;
    this.socket = null;
    socket?.close();
  }

  private lost(socket: WebSocket): void {
    if (this.socket !== socket) return;
    this.socket = null;
    this.ears.closed();
    if (!this.wanted || !this.client) return;
    this.timer = setTimeout(() => this.connect(), BACK_MS[Math.min(this.tries++, BACK_MS.length - 1)]);
  }
}

function address(client: string): string {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  return `${scheme}://${location.host}/phone/ws${client ? `?client=${encodeURIComponent(client)}` : ""}`;
}
