/** What the front desk's HTTP and WebSocket interface sends and takes. Times (`at`, `…_at`, `now`) are epoch seconds, UTC. */

export type Lang = "en" | "zh";
export type Channel = "voice" | "chat";
export type AgentStatus = "ready" | "wrap_up" | "break" | "offline";
export type Role = "agent" | "supervisor" | "owner" | "admin";
export type TicketStatus =
  | "waiting"
  | "offered"
  | "accepted"
  | "connected"
  | "wrap_up"
  | "closed"
  | "abandoned"
  | "expired";
export type Disposition = "solved" | "follow_up" | "wrong_number" | "no_answer_needed" | "other";
export type Who = "customer" | "bot" | "agent" | "system";

export const DISPOSITIONS: readonly Disposition[] = ["solved", "follow_up", "no_answer_needed", "wrong_number", "other"];

export interface Login {
  id: string;
  name: string;
  role: Role;
  langs: string[];
}

export interface Me {
  id: string;
  name: string;
  role: Role;
  status: AgentStatus;
  reason?: string;
  langs: string[];
  phone: string;
}

export interface Helper {
  id: string;
  name: string;
  role: "consult" | "three_way" | "listen" | "coach";
  joined: boolean;
}

export interface QueueNow {
  name: string;
  target: { share: number; within_s: number };
  capacity: number | null;
  waiting: number;
  callbacks: number;
  messages: number;
  longest_wait_s: number;
  late: number;
  ready: number;
  on_shift: number;
}

export type FactMark = "used" | "wrong" | "asked_again";

export interface Shift {
  handled: number;
  talk_s: number | null;
  wrap_s: number | null;
  results: Record<string, number>;
}

export interface Colleague {
  id: string;
  name: string;
  status: AgentStatus;
  busy: boolean;
  chats: number;
  on_call?: boolean;
  doing?: string;
  reason?: string;
  status_since?: number;
  langs?: string[];
  skills?: Record<string, number>;
  room?: { calls: number; chats: number };
}

export interface CardCustomer {
  name: string | null;
  tier: string | null;
  verified: boolean;
}

export interface Card {
  id: string;
  session: string;
  channel: Channel;
  lang: string;
  /** The agent it was offered to does not speak it, and nobody who does was there. */
  foreign?: boolean;
  status: TicketStatus;
  reason: string;
  queue: string;
  priority: number;
  created_at: number;
  connected_at?: number | null;
  /** Since when the customer waits, or waited, for who takes or took them last (epoch seconds). */
  waiting_since: number;
  /** Since when the agent of now has them; null while nobody does. */
  held_since?: number | null;
  due_at: number | null;
  agent: string | null;
  agent_name: string | null;
  waited_s: number;
  customer: CardCustomer | null;
  goal: string | null;
  customer_left?: boolean;
  unread: number;
  mode?: string;
  held?: boolean;
  muted?: boolean;
  /** What the call's recording does; empty where nothing is recorded. */
  recording?: "" | "asked" | "on" | "paused" | "over";
  /** The agent has the recording pause. */
  unrecorded?: boolean;
  helpers?: Helper[];
}

export interface DeskSnapshot {
  me: Me;
  agents: Colleague[];
  queue: Card[];
  mine: Card[];
  helping: Card[];
  queues: QueueNow[];
  /** Every conversation that is under way; for supervisors. */
  live?: Card[];
  now: number;
}

export interface TranscriptItem {
  id: string;
  /** `note`: among colleagues. */
  from: Who | "note";
  text: string;
  at: number;
  agent?: string;
  lang?: string;
  via?: string;
  what?: string;
  to?: string;
  file?: SentFile;
}

export interface SentFile {
  url: string;
  name: string;
  media: string;
  size: number;
}

/** What the customer does meanwhile: typing for so many seconds still, read up to that turn; since when no page of theirs is open, or 0. */
export interface SignsTold {
  session: string;
  typing_s: number;
  read: number;
  away_since: number;
}

export interface ReadyReply {
  id: string;
  title: Record<Lang, string>;
  text: Record<Lang, string>;
  when: string[];
  /** What must be so for it to be suggested, with the values each may have. */
  facts?: Record<string, string[]>;
}

export interface OrderLine {
  number: string;
  state: string;
  placed_on: string;
  expected_on: string | null;
  delivered_on: string | null;
  returnable_until: string | null;
  return_number: string | null;
  tracking: string | null;
  carrier: string | null;
  goods: { name: string; quantity: number }[];
  total: number;
  currency: string;
}

export interface EarlierContact extends BoardSession {
  notes: { agent: string; disposition: string; note: string }[];
}

export interface CustomerView {
  verified: boolean;
  orders: OrderLine[];
  contacts: EarlierContact[];
  shop_answers: boolean;
}

export interface TaskFact {
  fact: string;
  form: string;
  known: string | null;
}

export interface DeskTask {
  task: string;
  needs: TaskFact[];
  may_use: TaskFact[];
}

/** What could be said or done next. */
export interface Hints {
  answer: { question: string; topic: string; words: string } | null;
  tasks: string[];
}

export interface TaskDone {
  task: string;
  outcome: string;
  words: string;
}

export interface OpenLogin {
  id: string;
  since: number;
  until: number;
  address: string;
  browser: string;
  here: boolean;
}

/** A colleague took one of my conversations: over, or away to somebody else. */
export interface GoneTold {
  how: "taken" | "moved";
  by: string;
  card: Card;
}

export type DeskMessage =
  | ({ type: "snapshot" } & DeskSnapshot)
  | { type: "turn"; session: string; items: TranscriptItem[] }
  | ({ type: "gone" } & GoneTold)
  | ({ type: "signs" } & SignsTold);

export interface PacketFact {
  name: string;
  value: string;
  source: string;
  confidence?: number | null;
}

export interface PacketTried {
  what: string;
  outcome: string;
  by: string;
  at: number;
}

export interface PacketPromise {
  what: string;
  low_s?: number | null;
  high_s?: number | null;
  due_at?: number | null;
  at: number;
}

export interface PacketEffort {
  turns: number;
  silences: number;
  misses: number;
  failures: number;
  seconds: number;
}

/** The context packet, `frontdesk/packet/1`. Newer minor forms may add members; readers show what they know. */
export interface Packet {
  schema: string;
  ticket: string;
  session: string;
  channel: Channel;
  lang: string;
  customer: {
    name?: string | null;
    tier?: string | null;
    verified: boolean;
    verified_by?: string | null;
    customer_id?: string | null;
  };
  goal: { intent?: string | null; text?: string | null };
  facts: PacketFact[];
  tried: PacketTried[];
  why: { reason: string; text?: string | null };
  path: { flow: string; node: string; at: number }[];
  transcript: { from: Who; text: string; at: number }[];
  effort: PacketEffort;
  promises: PacketPromise[];
  next_step: string | null;
  completeness: number;
}

/** What was left to be answered, and how its customer is reached; times in epoch seconds. */
export interface LeftMessage {
  text: string;
  at: number | null;
  due_at: number | null;
  email: string | null;
  /** As it stands in the message. */
  phone: string | null;
  /** The number they called from, or asked to be called at. */
  caller: string | null;
}

export interface TicketDetail {
  card: Card;
  packet: Packet | null;
  transcript: TranscriptItem[];
  marks?: Record<string, FactMark>;
  /** The message to be answered, if one was left. */
  message?: LeftMessage | null;
  whisper: string | null;
}

export interface BoardSession {
  id: string;
  started_at: number;
  ended_at: number | null;
  channel: Channel;
  lang: string;
  outcome: string;
  goal: string | null;
  handoff_reason: string | null;
  effort: { asked: boolean; score: number | null };
  seconds: number;
  human_s: number | null;
  /** A person is with the customer now. */
  talking?: boolean;
}

export interface BoardTotals {
  sessions: number;
  with_need: number;
  by_outcome: Record<string, number>;
  self_service: {
    rate: number | null;
    low: number | null;
    high: number | null;
    n: number;
    resolved: number;
    unverified: number;
  };
  naive_containment: { rate: number | null; n: number };
  ces: { asked: number; answered: number; mean: number | null; top_box: number | null; n: number };
  waits: { n: number; median_s: number | null; p90_s: number | null };
}

export interface BoardDay {
  day: string;
  tz: string;
  sessions: BoardSession[];
  totals: BoardTotals;
}

export interface StoryItem {
  at: number;
  seq: number;
  kind: string;
  who: Who;
  text: string;
  detail: Record<string, unknown>;
  /** The name of what was recorded, where it can be heard. */
  recording: string | null;
}

export interface SessionStory {
  session: BoardSession;
  story: StoryItem[];
}
