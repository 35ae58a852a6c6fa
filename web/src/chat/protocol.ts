// What passes over the chat socket, decoded defensively: Rasa's events plus Frontdesk's own. Knows no socket and no page.
export type Speaker = "customer" | "bot" | "agent" | "system";
export type Phase = "bot" | "waiting" | "human" | "survey" | "over";

export interface Reply {
  title: string;
  payload: string;
}

export interface Message {
  id: string;
  from: Speaker;
  text: string;
  at: number;
  lang?: string;
  agent?: string;
  replies?: readonly Reply[];
  /** Links to pictures and files that came with it. */
  links?: readonly string[];
  /** A picture or file, kept by the front desk; `url` is a path there. */
  file?: ChatFile;
  /** The server's own id, where it is not `id`: the customer's messages carry the id this page gave them. */
  known?: string;
  /** Customer only: on its way, arrived, or given up. */
  sent?: "sending" | "arrived" | "lost";
  /** Customer only: what the server is told, where it is not the text shown. */
  payload?: string;
}

export interface ChatFile {
  url: string;
  name: string;
  media: string;
  size: number;
}

/** What the person on the other side does: typing for so long still, read up to that turn. */
export interface Signs {
  typingS: number;
  read: number;
}

export interface WaitTold {
  position: number | null;
  lowS: number | null;
  highS: number | null;
}

export interface StateTold {
  phase: Phase;
  agent: string | null;
  wait: WaitTold | null;
  lang: string | null;
  /** What may be chosen now, whoever spoke last; null where the last message tells. */
  replies: readonly Reply[] | null;
}

const PHASES: readonly string[] = ["bot", "waiting", "human", "survey", "over"];
const SPEAKERS: readonly string[] = ["customer", "bot", "agent", "system"];

/** Rasa confirms with a bare string, some servers with `{session_id}`. */
export function readSession(data: unknown): string | null {
  if (typeof data === "string") return data || null;
  return text(record(data)["session_id"]);
}

/** One `bot_uttered`, or null when there is nothing in it a person could read. */
export function readUttered(data: unknown, now: number, freshId: () => string): Message | null {
  const raw = record(data);
  const note = record(raw["metadata"]);
  return message({ ...raw, ...note, text: raw["text"] }, "bot", now, text(note["id"]) ?? freshId());
}

export function readHistory(data: unknown, now: number): Message[] {
  if (!Array.isArray(data)) return [];
  const found: Message[] = [];
  data.forEach((item: unknown, index) => {
    const raw = record(item);
    const id = text(raw["id"]) ?? `history:${index}`;
    const key = text(raw["key"]);
    const read = message(raw, "bot", now, key ?? id);
    const one = read && key ? { ...read, known: id } : read;
    if (one) found.push(one.from === "customer" ? { ...one, sent: "arrived" } : one);
  });
  return found;
}

/** One `customer_uttered`: the customer's own words, and the id the page that sent them gave them. */
export function readOwn(data: unknown, now: number): { key: string | null; message: Message | null } {
  return { key: text(record(data)["key"]), message: readHistory([data], now).find((one) => one.from === "customer") ?? null };
}

export function readState(data: unknown): StateTold | null {
  const raw = record(data);
  const phase = raw["phase"];
  if (typeof phase !== "string" || !PHASES.includes(phase)) return null;
  const wait = raw["wait"] ? record(raw["wait"]) : null;
  return {
    phase: phase as Phase,
    agent: text(raw["agent"]),
    wait: wait && { position: number(wait["position"]), lowS: number(wait["low_s"]), highS: number(wait["high_s"]) },
    lang: text(raw["lang"]),
    replies: Array.isArray(raw["replies"]) ? readReplies(raw["replies"]) : null,
  };
}

export function readSigns(data: unknown): Signs {
  const raw = record(data);
  return { typingS: number(raw["typing_s"]) ?? 0, read: number(raw["read"]) ?? 0 };
}

/** The turn a message was said in, by its id `session:turn:place`; 0 when the server has not told. */
export function turnOf(one: Message): number {
  const parts = (one.known ?? one.id).split(":");
  return parts.length === 3 ? Number(parts[1]) || 0 : 0;
}

/** The effort question is a message whose replies are exactly 1 to 7. */
export function isEffort(replies: readonly Reply[] | undefined): boolean {
  return replies?.length === 7 && replies.every((reply, index) => reply.payload === String(index + 1));
}

function message(raw: Record<string, unknown>, fallback: Speaker, now: number, id: string): Message | null {
  const from = typeof raw["from"] === "string" && SPEAKERS.includes(raw["from"]) ? (raw["from"] as Speaker) : fallback;
  const replies = readReplies(raw["quick_replies"] ?? raw["buttons"]);
  const links = readLinks(raw["attachment"]);
  const file = readFile(raw["file"]);
  const words = text(raw["text"]) ?? "";
  if (!words && !replies.length && !links.length) return null;
  const [lang, agent] = [text(raw["lang"]), text(raw["agent"])];
  return {
    id,
    from,
    text: words,
    at: readTime(raw["at"]) ?? now,
    ...(lang && { lang }),
    ...(agent && { agent }),
    ...(replies.length && { replies }),
    ...(links.length && { links }),
    ...(file && { file }),
  };
}

function readReplies(data: unknown): Reply[] {
  if (!Array.isArray(data)) return [];
  return data.map(record).flatMap((raw) => {
    const title = text(raw["title"]);
    return title ? [{ title: asLabel(title), payload: text(raw["payload"]) ?? title }] : [];
  });
}

/** Menus name their choices for the voice ("a return"); on a button they begin with a capital. "iPhone" stays. */
function asLabel(title: string): string {
  return title.replace(/^[a-z](?=[a-z\s])/u, (first) => first.toUpperCase());
}

function readLinks(data: unknown): string[] {
  const payload = record(record(data)["payload"]);
  const source = text(payload["src"]) ?? text(payload["url"]);
  return source && /^https?:\/\//iu.test(source) ? [source] : [];
}

/** Only what the front desk itself keeps: a path of its own, nothing a sender could make up. */
function readFile(data: unknown): ChatFile | null {
  const raw = record(data);
  const url = text(raw["url"]);
  if (!url || !/^\/files\/[\w-]{43}$/u.test(url)) return null;
  return { url, name: text(raw["name"]) ?? "file", media: text(raw["media"]) ?? "", size: number(raw["size"]) ?? 0 };
}

/** Epoch seconds, epoch milliseconds or ISO 8601, as milliseconds. */
function readTime(value: unknown): number | null {
  if (typeof value === "number" && Number.isFinite(value)) return value < 1e11 ? value * 1000 : value;
  const parsed = typeof value === "string" ? Date.parse(value) : NaN;
  return Number.isNaN(parsed) ? null : parsed;
}

function record(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === "object" ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function number(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}
