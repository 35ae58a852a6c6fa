// The desk's memory: snapshot, conversations, drafts, unread. Talks to the server; knows nothing of elements.
import { api, ApiError } from "../api/client";
import { LiveLink, type LinkState } from "../api/live";
import type { AgentStatus, Card, DeskMessage, DeskSnapshot, Disposition, FactMark, GoneTold, TicketDetail, TranscriptItem } from "../api/types";
import { Aids } from "./aids";
import { Drafts } from "./drafts";
import { Outbox } from "./outbox";
import { byPlace, Signs, turnOf } from "./signs";

interface Choice {
  status: AgentStatus;
  reason: string;
}

export interface DeskEars {
  changed: () => void;
  offered: (card: Card) => void;
  /** A colleague asks for me. */
  askedIn: (card: Card) => void;
  customerWrote: (card: Card) => void;
  accepted: (card: Card) => void;
  closed: () => void;
  lost: (told: GoneTold) => void;
  failed: (error: unknown) => void;
  mayRetry: () => Promise<boolean>;
}

export class DeskStore {
  snapshot: DeskSnapshot | null = null;
  link: LinkState = "connecting";
  active: string | null = null;
  /** Files on their way, by ticket. */
  readonly uploads = new Map<string, readonly string[]>();
  readonly signs: Signs;
  readonly aids: Aids;
  readonly drafts = new Drafts();
  readonly outbox: Outbox;
  private readonly details = new Map<string, TicketDetail>();
  private readonly lines = new Map<string, TranscriptItem[]>();
  private readonly unread = new Map<string, number>();
  private readonly rung = new Set<string>();
  private readonly busy = new Set<string>();
  /** Conversations I part with myself: what I had begun to write there goes with them. */
  private readonly parted = new Set<string>();
  /** A conversation asked for that is not on the desk yet. */
  private wished: string | null = null;
  /** A status on its way to the server. */
  private chosen: Choice | null = null;
  private offset = 0;
  private atEnd = true;
  private readonly live: LiveLink;

  constructor(private readonly ears: DeskEars) {
    this.signs = new Signs(() => ears.changed());
    this.aids = new Aids(() => ears.changed());
    this.outbox = new Outbox(this.drafts, {
      send: (ticket, text, key) => api.say(ticket, text, key),
      fetch: (ticket) => this.refresh(ticket),
      changed: () => ears.changed(),
      now: () => this.now(),
      loggedOut: (error) => this.loggedOut(error),
    });
    this.live = new LiveLink("/api/desk/ws", {
      onMessage: (message) => this.receive(message as DeskMessage),
      onState: (state) => this.linked(state),
      mayRetry: ears.mayRetry,
    });
  }

  start(): void {
    this.live.start();
    this.aids.askReplies();
    this.aids.askShift();
  }

  stop(): void {
    this.live.stop();
    this.snapshot = null;
    this.active = null;
    for (const kept of [this.details, this.lines, this.unread, this.parted]) kept.clear();
    this.keepOnly([], () => null);
    for (const { ticket } of this.drafts.aside()) this.drafts.forget(ticket);
    this.rung.clear();
    this.aids.forget();
  }

  /** The server's clock, epoch seconds. */
  now(): number {
    return Date.now() / 1000 + this.offset;
  }

  /** My status; while it is changed, the one I chose. */
  get status(): AgentStatus | null {
    return this.chosen?.status ?? this.snapshot?.me.status ?? null;
  }
  get offers(): Card[] {
    return this.snapshot?.mine.filter((card) => card.status === "offered") ?? [];
  }
  get mine(): Card[] {
    return this.snapshot?.mine.filter((card) => card.status !== "offered") ?? [];
  }
  /** Conversations of colleagues I am asked into, advise or listen to. */
  get helping(): Card[] {
    return this.snapshot?.helping ?? [];
  }
  /** Where a colleague waits for me to come. */
  get awaited(): Card[] {
    return this.helping.filter((card) => this.awaits(card));
  }
  private awaits(card: Card): boolean {
    return card.helpers?.some((one) => one.id === this.snapshot?.me.id && !one.joined && (one.role === "consult" || one.role === "three_way")) ?? false;
  }
  get activeCard(): Card | null {
    return [...(this.snapshot?.mine ?? []), ...this.helping].find((card) => card.id === this.active) ?? null;
  }
  helps(card: Card): boolean {
    return this.helping.some((one) => one.id === card.id);
  }
  /** My words are the customer's to read; who advises or listens is not with them. */
  private speaks(card: Card): boolean {
    const me = this.snapshot?.me.id;
    return card.agent === me || (card.helpers?.some((one) => one.id === me && one.joined && one.role === "three_way") ?? false);
  }
  detail(ticket: string): TicketDetail | null {
    return this.details.get(ticket) ?? null;
  }
  transcript(card: Card): TranscriptItem[] {
    return this.lines.get(card.session) ?? [];
  }
  isBusy(ticket: string): boolean {
    return this.busy.has(ticket);
  }
  unreadOf(card: Card): number {
    return this.unread.get(card.session) ?? (card.id === this.active ? 0 : card.unread);
  }
  get unreadTotal(): number {
    return this.mine.reduce((sum, card) => sum + this.unreadOf(card), 0);
  }

  open(ticket: string | null): void {
    this.atEnd ||= ticket !== this.active;
    this.active = ticket;
    this.seen();
    if (ticket && !this.details.has(ticket)) void this.refresh(ticket);
    this.ears.changed();
  }

  /** Whether the end of the open conversation is in sight. */
  look(atEnd: boolean): void {
    if (this.atEnd === atEnd) return;
    this.atEnd = atEnd;
    this.seen();
    this.ears.changed();
  }

  private get looking(): boolean {
    return this.atEnd && document.visibilityState === "visible";
  }

  /** The agent looks at the end of the open conversation: nothing in it is unread. */
  seen(): void {
    const card = this.activeCard;
    if (!card || !this.looking) return;
    this.unread.set(card.session, 0);
    const last = this.transcript(card).at(-1);
    if (last && card.status === "connected" && card.channel === "chat" && this.speaks(card)) this.signs.seen(card.id, turnOf(last));
  }

  async refresh(ticket: string): Promise<void> {
    try {
      const detail = await api.ticket(ticket);
      this.details.set(ticket, detail);
      this.add(detail.card.session, detail.transcript);
      if (detail.card.agent === this.snapshot?.me.id) this.aids.askHints(ticket);
    } catch (error) {
      this.ears.failed(error);
    }
    this.ears.changed();
  }

  typing(ticket: string): void {
    this.signs.typing(ticket);
  }

  async sendFile(ticket: string, file: File): Promise<void> {
    this.uploads.set(ticket, [...(this.uploads.get(ticket) ?? []), file.name]);
    this.ears.changed();
    await api.sendFile(ticket, file).catch((error: unknown) => this.loggedOut(error) || this.ears.failed(error));
    this.uploads.set(ticket, (this.uploads.get(ticket) ?? []).filter((one) => one !== file.name));
    this.ears.changed();
  }

  /** The newest choice counts; one made while another is on its way follows it. */
  async setStatus(status: AgentStatus, reason = ""): Promise<void> {
    this.chosen = { status, reason };
    if (this.busy.has("status")) return;
    while (this.chosen) {
      const choice: Choice = this.chosen;
      const done = await this.doing("status", () => api.setStatus(choice.status, choice.reason));
      if (this.chosen !== choice) continue;
      this.chosen = null;
      if (done && this.snapshot) this.snapshot = { ...this.snapshot, me: { ...this.snapshot.me, status: choice.status } };
      this.ears.changed();
    }
  }
  async move(ticket: string, to: { agent?: string; queue?: string; note: string }): Promise<void> {
    await this.parting(ticket, () => api.move(ticket, to));
  }
  async toBot(ticket: string, note: string): Promise<void> {
    await this.parting(ticket, () => api.toBot(ticket, note));
  }
  async toMessage(ticket: string, note: string): Promise<void> {
    await this.parting(ticket, () => api.toMessage(ticket, note));
  }
  async askIn(ticket: string, agent: string, role: string): Promise<void> {
    await this.doing(ticket, () => api.askIn(ticket, agent, role));
  }
  async join(ticket: string): Promise<void> {
    await this.opening(ticket, () => api.join(ticket));
  }
  /** Go from a colleague's conversation; with `helper`, send that one away from mine. */
  async leave(ticket: string, helper?: string): Promise<void> {
    await this.doing(ticket, () => api.leave(ticket, helper));
  }
  async handOver(ticket: string, helper: string): Promise<void> {
    await this.parting(ticket, () => api.handOver(ticket, helper));
  }
  async mute(ticket: string, on: boolean): Promise<void> {
    await this.doing(ticket, () => api.mute(ticket, on));
  }
  /** Listen in, heard by nobody; as a coach, heard by the agent alone. Notes are read by the agent. */
  async listen(ticket: string, role: "listen" | "coach" = "listen"): Promise<boolean> {
    return this.opening(ticket, () => api.listen(ticket, role));
  }
  async take(ticket: string): Promise<boolean> {
    return this.opening(ticket, () => api.take(ticket));
  }
  /** Do it, then open that conversation. It may reach the snapshot a moment later. */
  async opening(ticket: string, ask: () => Promise<unknown>): Promise<boolean> {
    if (!(await this.doing(ticket, ask))) return false;
    this.wished = ticket;
    this.open(ticket);
    return true;
  }
  async note(ticket: string, text: string): Promise<boolean> {
    return this.doing(`${ticket} note`, () => api.note(ticket, text));
  }
  async hold(ticket: string, on: boolean): Promise<void> {
    await this.doing(ticket, () => api.hold(ticket, on));
  }
  async pauseRecording(ticket: string, on: boolean): Promise<void> {
    await this.doing(ticket, () => api.pauseRecording(ticket, on));
  }
  async mark(ticket: string, fact: string, mark: FactMark): Promise<void> {
    const detail = this.details.get(ticket);
    if (await this.doing(`${ticket} mark`, () => api.mark(ticket, fact, mark)))
      if (detail) this.details.set(ticket, { ...detail, marks: { ...detail.marks, [fact]: mark } });
    this.ears.changed();
  }
  async accept(ticket: string): Promise<void> {
    const card = this.offers.find((one) => one.id === ticket);
    if (!(await this.doing(ticket, () => api.accept(ticket)))) return;
    this.open(ticket);
    if (card) this.ears.accepted(card);
  }
  async giveBack(ticket: string, reason: string): Promise<void> {
    await this.doing(ticket, () => api.decline(ticket, reason));
  }
  async end(ticket: string): Promise<void> {
    await this.doing(ticket, () => api.end(ticket));
  }
  /** The card may be gone from the page before the answer is there: who is told of it is the desk. */
  async closeTicket(ticket: string, disposition: Disposition, note: string): Promise<void> {
    await this.filing(ticket, () => api.close(ticket, disposition, note));
  }
  async filing(ticket: string, ask: () => Promise<unknown>): Promise<void> {
    if (!(await this.parting(ticket, ask))) return;
    this.ears.closed();
    this.aids.askShift();
  }

  async parting(ticket: string, ask: () => Promise<unknown>): Promise<boolean> {
    if (this.activeCard?.id === ticket) this.parted.add(ticket);
    const done = await this.doing(ticket, ask);
    if (!done) this.parted.delete(ticket);
    return done;
  }

  private async doing(what: string, ask: () => Promise<unknown>): Promise<boolean> {
    if (this.busy.has(what)) return false;
    this.busy.add(what);
    this.ears.changed();
    try {
      await ask();
      return true;
    } catch (error) {
      if (!this.loggedOut(error)) this.ears.failed(error);
      return false;
    } finally {
      this.busy.delete(what);
      this.ears.changed();
    }
  }

  private loggedOut(error: unknown): boolean {
    const out = error instanceof ApiError && error.trouble === "not_logged_in";
    if (out) void this.ears.mayRetry();
    return out;
  }

  private linked(state: LinkState): void {
    const back = state === "open" && this.snapshot !== null;
    this.link = state;
    if (back) {
      this.outbox.hurry();
      for (const card of this.mine) if (this.details.has(card.id)) void this.refresh(card.id);
    }
    this.ears.changed();
  }

  private receive(message: DeskMessage): void {
    if (message.type === "snapshot") this.takeSnapshot(message);
    else if (message.type === "turn") this.add(message.session, message.items);
    else if (message.type === "signs") this.signs.take(message);
    else if (message.type === "gone") this.ears.lost(message);
    this.ears.changed();
  }

  private takeSnapshot(next: DeskSnapshot): void {
    const had = [...(this.snapshot?.mine ?? []), ...(this.snapshot?.helping ?? [])];
    const before = new Map(had.map((card) => [card.id, card.status]));
    const first = this.snapshot === null;
    const asked = next.helping.filter((card) => !before.has(card.id));
    for (const card of asked) void this.refresh(card.id);
    this.snapshot = next;
    this.offset = next.now - Date.now() / 1000;
    for (const card of next.mine) {
      if (card.status !== before.get(card.id)) void this.refresh(card.id);
      if (card.status === "offered") this.ring(card);
      else this.rung.delete(card.id);
    }
    for (const card of asked) if (this.wished !== card.id && this.awaits(card)) this.ears.askedIn(card);
    for (const id of this.rung) if (!next.mine.some((card) => card.id === id)) this.rung.delete(id);
    const names = new Map(had.map((card) => [card.id, card.customer?.name ?? ""]));
    this.keepOnly([...next.mine, ...next.helping].map((card) => card.id), (ticket) => (this.parted.delete(ticket) ? null : (names.get(ticket) ?? "")));
    if (first) this.outbox.hurry(); // what a page before this one could not send
    this.keepActive();
  }

  /** Of other conversations than these only the words of a draft are kept, set aside under the name that `whose` knows. */
  private keepOnly(tickets: readonly string[], whose: (ticket: string) => string | null): void {
    this.outbox.only(tickets);
    this.drafts.only(tickets, whose);
  }

  private ring(card: Card): void {
    if (this.rung.has(card.id)) return;
    this.rung.add(card.id);
    this.ears.offered(card);
  }

  /** The open conversation may be gone: then the first of mine is opened, or the first offer, or one I help in, or none. */
  private keepActive(): void {
    const wished = [...this.mine, ...this.helping].find((card) => card.id === this.wished);
    if (wished) {
      this.wished = null;
      return this.open(wished.id);
    }
    if (this.activeCard) return;
    this.open((this.mine[0] ?? this.offers[0] ?? this.helping[0])?.id ?? null);
  }

  private add(session: string, items: readonly TranscriptItem[]): void {
    const had = this.lines.get(session) ?? [];
    const known = new Set(had.map((line) => line.id));
    const fresh = items.filter((item) => !known.has(item.id));
    if (fresh.length === 0) return;
    this.lines.set(session, [...had, ...fresh].sort(byPlace));
    this.settle(session, fresh);
    for (const item of fresh) if (item.from === "customer") this.signs.wrote(session, item.at);
    const card = this.mine.find((one) => one.session === session);
    this.seen();
    if (card && had.length > 0 && fresh.some((item) => item.from === "customer")) this.aids.askHints(card.id);
    if (card && had.length > 0) this.countUnread(card, fresh.filter((item) => item.from === "customer").length);
  }

  private countUnread(card: Card, count: number): void {
    if (count === 0) return;
    if (card.id !== this.active || !this.looking) this.unread.set(card.session, this.unreadOf(card) + count);
    this.ears.customerWrote(card);
  }

  private settle(session: string, fresh: readonly TranscriptItem[]): void {
    const card = [...(this.snapshot?.mine ?? []), ...this.helping].find((one) => one.session === session);
    if (card) this.outbox.settle(card.id, fresh.filter((item) => item.from === "agent"));
  }
}
