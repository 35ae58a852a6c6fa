// What passes over the phone's WebSocket, decoded defensively. Knows no socket and no page.
export type ToServer =
  | { type: "call"; from?: string }
  | { type: "answer" }
  | { type: "reject" }
  | { type: "keys"; digits: string }
  | { type: "speech"; text: string }
  | { type: "said"; id: number }
  | { type: "hangup" }
  | { type: "speed"; factor: number };

export interface Prompt {
  id: number;
  text: string;
  lang: string;
  /** A recording of the words. */
  sound?: string;
  /** How fast they are spoken; 1, where it is not given, is the voice's own pace. */
  rate?: number;
}

export interface Listening {
  input: readonly string[];
  timeoutS: number;
  finishOnKey: string;
  numDigits: number | null;
  lang: string;
}

export type FromServer =
  | { type: "ringing" }
  | { type: "incoming"; from: string; ticket: string | null }
  | { type: "answered" }
  | { type: "say"; prompt: Prompt }
  | { type: "gather"; listening: Listening }
  | { type: "hold"; text: string | null }
  | { type: "bridged" }
  | { type: "heard"; text: string; from: string }
  | { type: "pause"; seconds: number }
  | { type: "ended"; reason: string }
  | { type: "error"; text: string };

/** One message of the server, or null when it is none of ours. */
export function decode(data: string): FromServer | null {
  const raw = parsed(data);
  switch (raw["type"]) {
    case "ringing":
    case "answered":
    case "bridged":
      return { type: raw["type"] };
    case "incoming":
      return { type: "incoming", from: text(raw["from"]), ticket: text(raw["ticket"]) || null };
    case "say":
      return { type: "say", prompt: prompt(raw) };
    case "gather":
      return { type: "gather", listening: listening(raw) };
    case "hold":
      return { type: "hold", text: text(raw["text"]) || null };
    case "heard":
      return { type: "heard", text: text(raw["text"]), from: text(raw["from"]) };
    case "pause":
      return { type: "pause", seconds: number(raw["seconds"], 0) };
    case "ended":
      return { type: "ended", reason: text(raw["reason"]) };
    case "error":
      return { type: "error", text: text(raw["text"]) };
    default:
      return null;
  }
}

function prompt(raw: Record<string, unknown>): Prompt {
  const said = { id: number(raw["id"], 0), text: text(raw["text"]), lang: voiceTag(text(raw["lang"])) };
  const sound = /\/audio\/[0-9a-f-]+\.wav$/u.exec(text(raw["url"]))?.[0]; // Only our own sounds, by the page's own address.
  const rate = Math.min(2, Math.max(0.2, number(raw["rate"], 1)));
  return { ...said, ...(sound ? { sound } : {}), ...(rate === 1 ? {} : { rate }) };
}

/** Telephone companies and browsers name Chinese differently: `cmn-Hans-CN` is a browser's `zh-CN`. */
export function voiceTag(tag: string): string {
  if (/^(cmn|zh)(-Hans)?(-CN)?$/iu.test(tag)) return "zh-CN";
  return tag || "en-US";
}

function listening(raw: Record<string, unknown>): Listening {
  const input = Array.isArray(raw["input"]) ? raw["input"].filter((one) => typeof one === "string") : [];
  const digits = raw["num_digits"];
  return {
    input,
    timeoutS: number(raw["timeout_s"], 5),
    finishOnKey: text(raw["finish_on_key"]),
    numDigits: typeof digits === "number" ? digits : null,
    lang: voiceTag(text(raw["lang"])),
  };
}

function parsed(data: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(data);
    return value !== null && typeof value === "object" ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function number(value: unknown, otherwise: number): number {
  return typeof value === "number" && Number.isFinite(value) ? value : otherwise;
}
