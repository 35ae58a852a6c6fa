// One customer's conversation as the page holds it: a pure fold over what was typed and what came. Knows no socket, no clock.
import { turnOf, type Message, type Phase, type Reply, type Signs, type StateTold, type WaitTold } from "./protocol";

export type LinkState = "idle" | "connecting" | "online" | "offline";

export interface Conversation {
  session: string | null;
  messages: readonly Message[];
  phase: Phase;
  agent: string | null;
  wait: WaitTold | null;
  /** The language the conversation turned out to be in, once the server told. */
  lang: string | null;
  /** What may be chosen now as the server told; null: the last message tells. */
  replies: readonly Reply[] | null;
  link: LinkState;
  /** What the person on the other side does. */
  signs: Signs;
  /** The assistant owes an answer: show the dots. */
  awaiting: boolean;
}

export const EMPTY: Conversation = {
  session: null,
  messages: [],
  phase: "bot",
  agent: null,
  wait: null,
  lang: null,
  replies: null,
  link: "idle",
  signs: { typingS: 0, read: 0 },
  awaiting: false,
};

export type Happening =
  | { kind: "link"; link: LinkState }
  | { kind: "confirmed"; session: string }
  | { kind: "typed"; message: Message }
  | { kind: "arrived"; id: string }
  | { kind: "lost"; id: string }
  | { kind: "retried"; id: string }
  | { kind: "uttered"; message: Message }
  | { kind: "elsewhere"; key: string | null; message: Message }
  | { kind: "history"; messages: readonly Message[] }
  | { kind: "told"; state: StateTold }
  | { kind: "signs"; signs: Signs }
  | { kind: "patience ended" };

export function after(now: Conversation, what: Happening): Conversation {
  switch (what.kind) {
    case "link":
      return { ...now, link: what.link, awaiting: what.link === "online" && now.awaiting, messages: what.link === "offline" ? kept(now.messages) : now.messages };
    case "confirmed":
      return now.session !== null && now.session !== what.session
        ? { ...EMPTY, link: now.link, session: what.session, messages: pending(now.messages) }
        : { ...now, session: what.session };
    case "typed":
      return {
        ...now,
        messages: [...now.messages, what.message],
        awaiting: now.phase === "bot" || now.phase === "survey",
        replies: what.message.payload === undefined ? now.replies : now.replies && [], // chosen once, till the server tells anew
      };
    case "arrived":
      return marked(now, what.id, "arrived");
    case "lost":
      return { ...marked(now, what.id, "lost"), awaiting: false };
    case "retried":
      return marked(now, what.id, "sending");
    case "uttered":
      return uttered(now, what.message);
    case "elsewhere":
      return now.messages.some((one) => one.id === what.key) ? recognised(now, what.key, what.message) : uttered(now, what.message);
    case "history":
      return { ...now, messages: merged(what.messages, now.messages) };
    case "signs":
      return { ...now, signs: what.signs };
    case "told":
      return { ...now, ...what.state, awaiting: false };
    case "patience ended":
      return { ...now, awaiting: false };
  }
}

/** What was typed and is not known to have arrived, oldest first: to be sent again after a reconnection. */
export function pending(messages: readonly Message[]): Message[] {
  return messages.filter((one) => one.from === "customer" && one.sent !== "arrived");
}

/**
 * What may be chosen now. While waiting or with a person the server tells, and it holds whatever is written meanwhile; else the
 * replies of a message hold until something is typed after it, with a person until something is said.
 */
export function openReplies(now: Conversation): readonly Reply[] | null {
  if (now.phase === "over") return null;
  if (now.replies) return now.replies.length ? now.replies : null;
  for (const one of [...now.messages].reverse()) {
    if (one.from === "customer" || (now.phase === "human" && !one.replies?.length)) return null;
    if (one.replies?.length) return one.replies;
  }
  return null;
}

/** Without a line nothing is given up: what has not arrived is sent when the line is back. */
function kept(messages: readonly Message[]): readonly Message[] {
  return messages.map((one) => (one.sent === "lost" ? { ...one, sent: "sending" } : one));
}

/** Our own message came back: now we know the id the server gave it, and what was said before it, be it the greeting. */
function recognised(now: Conversation, key: string | null, theirs: Message): Conversation {
  const at = now.messages.findIndex((one) => one.id === key);
  const mine: Message = { ...now.messages[at]!, known: theirs.known ?? theirs.id, sent: "arrived" };
  const rest = now.messages.filter((_, place) => place !== at);
  const end = 1 + rest.findLastIndex((one) => isBefore(one, mine));
  const passed = rest.slice(at, Math.max(at, end));
  const [said, loose] = [passed.filter(turnOf), passed.filter((one) => !turnOf(one))]; // what is not known yet comes after it
  return { ...now, messages: [...rest.slice(0, at), ...said, mine, ...loose, ...rest.slice(at + passed.length)] };
}

/** Whether the server has one before the other; of another conversation, or not known there, it is not. */
function isBefore(one: Message, other: Message): boolean {
  const [session] = (other.known ?? other.id).split(":");
  return turnOf(one) > 0 && (one.known ?? one.id).startsWith(`${session}:`) && turnOf(one) < turnOf(other);
}

function uttered(now: Conversation, message: Message): Conversation {
  if (message.from === "agent") now = { ...now, signs: { ...now.signs, typingS: 0 } };
  if (now.messages.some((one) => one.id === message.id)) return now;
  return { ...now, messages: [...now.messages, message], awaiting: false };
}

function marked(now: Conversation, id: string, sent: NonNullable<Message["sent"]>): Conversation {
  const messages = now.messages.map((one) => (one.id === id && one.sent !== "arrived" ? { ...one, sent } : one));
  return { ...now, messages };
}

/**
 * The server's history is the truth; ours is kept only where the server has not got it yet. A pending message of ours
 * which the server has under its own id (the acknowledgement was lost) is recognised by its words among the new items.
 */
function merged(history: readonly Message[], ours: readonly Message[]): Message[] {
  const known = new Set(ours.filter((one) => one.sent !== "sending").map((one) => one.id));
  const unseen = history.filter((one) => one.from === "customer" && !known.has(one.id));
  const firstPending = ours.findIndex((one) => one.from === "customer" && one.sent !== "arrived");
  const newest = firstPending < 0 ? [] : unseen.slice(-pending(ours).length);
  const waiting = pending(ours).filter((mine) => {
    if (history.some((one) => one.id === mine.id)) return false;
    const twin = newest.findIndex((one) => isSame(one, mine));
    if (twin < 0 || newest[twin]!.at < mine.at - CLOCKS_MAY_DIFFER_MS) return true;
    newest.splice(twin, 1);
    return false;
  });
  return [...before(history, ours), ...history, ...waiting];
}

/** A long conversation's history begins where we hold messages already: those before it stay. */
function before(history: readonly Message[], ours: readonly Message[]): readonly Message[] {
  const first = history[0];
  const from = first ? ours.findIndex((one) => one.id === first.id || (one.known ?? one.id) === first.known) : -1;
  return ours.slice(0, Math.max(0, from)).filter((one) => one.from !== "customer" || one.sent === "arrived");
}

/** What identifies a customer comes back masked. */
function isSame(theirs: Message, mine: Message): boolean {
  return theirs.text === mine.text || theirs.text === mine.payload || /^\*+$/u.test(theirs.text);
}

const CLOCKS_MAY_DIFFER_MS = 120_000;
