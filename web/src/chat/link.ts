// The socket to the front desk: Rasa's Socket.IO protocol, sessions resumed, nothing typed lost or doubled. Knows no page.
import { freshId } from "../ui/fresh";
import { forget, keep, kept } from "../ui/keep";
import type { Happening } from "./conversation";
import { type Clock, Lifeline, REAL_CLOCK, type Surroundings, type Wire, wireTo } from "./line";
import type { Message } from "./protocol";
import { readHistory, readOwn, readSession, readSigns, readState, readUttered } from "./protocol";

const SESSION_KEY = "frontdesk.session";
const PATIENCE_MS = 20_000;
const TYPING_EVERY_MS = 3000;

/** What a link works with: a test brings its own. */
export interface LinkParts {
  clock: Clock;
  wire: (origin: string) => Wire;
  around: Surroundings;
}
const realParts = (): LinkParts => ({ clock: REAL_CLOCK, wire: wireTo, around: window });

/** A chat that continues a call is named behind the #; it is taken from there once, and out of the address. */
function takenOver(): string | null {
  const found = /^#continue=([\w-]{32}\.[0-9a-f]{32})$/.exec(location.hash)?.[1] ?? null;
  if (found) {
    keep(SESSION_KEY, found);
    history.replaceState(null, "", location.pathname);
  }
  return found;
}

export class ChatLink {
  private socket: Wire | null = null;
  private line: Lifeline | null = null;
  private session: string | null = takenOver() ?? kept(SESSION_KEY);
  private typedAt = 0;
  private readUpTo = "";

  constructor(
    private readonly origin: string,
    private readonly tell: (what: Happening) => void,
    private readonly outbox: () => readonly Message[],
    private readonly parts: LinkParts = realParts(),
  ) {}

  /** Connect; when that was done before and the line does not stand, at once and anew. */
  open(): void {
    if (this.line) return void this.line.hurry();
    this.tell({ kind: "link", link: "connecting" });
    const socket = this.parts.wire(this.origin);
    this.socket = socket;
    this.line = new Lifeline(socket, () => this.request(), this.clock, this.parts.around);
    socket.on("disconnect", () => this.tell({ kind: "link", link: "offline" }));
    socket.on("connect_error", () => this.tell({ kind: "link", link: "offline" }));
    socket.on("session_confirm", (data: unknown) => this.confirmed(data));
    socket.on("history", (data: unknown) => this.history(data));
    socket.on("bot_uttered", (data: unknown) => this.uttered(data));
    socket.on("customer_uttered", (data: unknown) => this.elsewhere(data));
    socket.on("frontdesk_state", (data: unknown) => this.state(data));
    socket.on("frontdesk_signs", (data: unknown) => this.tell({ kind: "signs", signs: readSigns(data) }));
  }

  close(): void {
    this.line?.close();
    this.line = this.socket = null;
  }

  private get clock(): Clock {
    return this.parts.clock;
  }

  /** Send what was typed. Not connected: it waits in the outbox until the session is confirmed again. */
  send(message: Message): void {
    if (!this.socket?.connected || !this.session) return;
    const body = {
      message: message.payload ?? message.text,
      session_id: this.session,
      customData: { id: message.id, ...(message.payload !== undefined && { title: message.text }) },
    };
    this.socket.timeout(PATIENCE_MS).emit("user_uttered", body, (late: Error | null, answer?: { ok?: boolean }) => {
      if (!late && answer?.ok !== false) return this.tell({ kind: "arrived", id: message.id });
      if (!this.socket?.connected) return;
      this.tell({ kind: "lost", id: message.id });
      if (late) this.line?.doubt();
    });
    this.clock.later(() => this.tell({ kind: "patience ended" }), PATIENCE_MS);
  }

  /** Tell that the customer writes; now and then, not at each key. */
  typing(): void {
    const now = this.clock.now();
    if (!this.socket?.connected || now - this.typedAt < TYPING_EVERY_MS) return;
    this.typedAt = now;
    this.socket.emit("typing", { session_id: this.session });
  }

  /** Tell that the customer has seen everything up to this message of the server's. */
  read(id: string): void {
    if (!this.socket?.connected || id === this.readUpTo) return;
    this.readUpTo = id;
    this.socket.emit("read", { session_id: this.session, id });
  }

  /** Send a file. Resolves to an empty text, or to why it was not taken. */
  async sendFile(file: File): Promise<string> {
    if (!this.session) return "offline";
    const headers = { "X-Chat": this.session, "X-File-Name": encodeURIComponent(file.name), "X-Key": freshId(), "Content-Type": "application/octet-stream" };
    try {
      const answer = await fetch(new URL("/api/chat/files", this.origin), { method: "POST", body: file, headers });
      if (answer.ok) return "";
      const body = (await answer.json().catch(() => ({}))) as { error?: string };
      return body.error ?? "offline";
    } catch {
      return "offline";
    }
  }

  /** Leave this conversation behind and ask for a new one. */
  restart(): void {
    this.session = null;
    forget(SESSION_KEY);
    if (this.socket?.connected) this.line?.begin();
    else this.open();
  }

  private request(): void {
    this.socket?.emit("session_request", { session_id: this.session });
  }

  private confirmed(data: unknown): void {
    const session = readSession(data);
    if (!session) return;
    this.line?.confirmed();
    const resumed = this.session === session;
    this.session = session;
    keep(SESSION_KEY, session);
    this.tell({ kind: "confirmed", session });
    this.tell({ kind: "link", link: "online" });
    // A resumed session's history comes right after; wait for it, so that what already arrived is not sent again.
    this.clock.later(() => this.resend(), resumed ? 400 : 0);
  }

  private history(data: unknown): void {
    this.tell({ kind: "history", messages: readHistory(data, this.clock.now()) });
  }

  private uttered(data: unknown): void {
    const message = readUttered(data, this.clock.now(), freshId);
    if (message) this.tell({ kind: "uttered", message });
  }

  /** What the customer said, here or on another page of theirs. */
  private elsewhere(data: unknown): void {
    const { key, message } = readOwn(data, this.clock.now());
    if (message) this.tell({ kind: "elsewhere", key, message });
  }

  private state(data: unknown): void {
    const state = readState(data);
    if (state) this.tell({ kind: "told", state });
  }

  private resend(): void {
    for (const message of this.outbox()) this.send(message);
  }
}

/** Whether this browser holds a conversation to resume. */
export function hasSession(): boolean {
  return kept(SESSION_KEY) !== null;
}
