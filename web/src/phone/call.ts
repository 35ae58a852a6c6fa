// One call as the telephone in the page holds it: a pure fold over what came and what was done. Knows no socket, no sound.
import type { FromServer, Listening, Prompt } from "./protocol";

export type Stage = "idle" | "connecting" | "ringing" | "incoming" | "quiet" | "speaking" | "listening" | "hold" | "bridged" | "ended";

export interface Line {
  id: number;
  who: "service" | "me" | "other";
  text: string;
  lang: string | null;
  name: string | null;
}

export interface Call {
  /** What the line itself is doing; `stage` adds what is said and awaited on it. */
  line: "idle" | "connecting" | "ringing" | "incoming" | "answered" | "hold" | "bridged" | "ended";
  saying: Prompt | null;
  listening: Listening | null;
  lines: readonly Line[];
  /** Keys pressed since the last prompt. */
  keys: string;
  from: string;
  ticket: string | null;
  reason: string;
  /** Counts the listenings and keys, so that a countdown knows when to start again. */
  beat: number;
}

export const QUIET_LINE: Call = {
  line: "idle", saying: null, listening: null, lines: [], keys: "", from: "", ticket: null, reason: "", beat: 0,
};

export type Doing =
  | { kind: "came"; message: FromServer }
  | { kind: "calling" }
  | { kind: "answering" }
  | { kind: "pressed"; key: string }
  | { kind: "spoke"; text: string; lang: string | null }
  | { kind: "said"; id: number }
  | { kind: "hung up"; reason: string };

export function stage(call: Call): Stage {
  if (call.line !== "answered" && call.line !== "hold" && call.line !== "bridged") return call.line;
  if (call.saying) return "speaking";
  if (call.listening) return "listening";
  return call.line === "answered" ? "quiet" : call.line;
}

/** Whether keys and words go anywhere now. */
export function live(call: Call): boolean {
  return call.line === "answered" || call.line === "hold" || call.line === "bridged";
}

export function after(call: Call, what: Doing): Call {
  switch (what.kind) {
    case "came":
      return came(call, what.message);
    case "calling":
      return { ...QUIET_LINE, line: "connecting" };
    case "answering":
      return { ...call, line: "connecting" };
    case "pressed":
      return { ...call, keys: call.keys + what.key, saying: null, beat: call.beat + 1 };
    case "spoke":
      return { ...withLine({ ...call, saying: null }, "me", what.text, what.lang, null), listening: call.line === "bridged" ? null : call.listening };
    case "said":
      return call.saying?.id === what.id ? { ...call, saying: null } : call;
    case "hung up":
      return call.line === "idle" || call.line === "ended" ? call : ended(call, what.reason);
  }
}

function came(call: Call, message: FromServer): Call {
  switch (message.type) {
    case "ringing":
      return { ...call, line: "ringing" };
    case "incoming":
      return { ...QUIET_LINE, line: "incoming", from: message.from, ticket: message.ticket };
    case "answered":
      return { ...call, line: "answered" };
    case "say":
      return { ...withLine(flushed(call), "service", message.prompt.text, message.prompt.lang, null), saying: message.prompt, listening: null };
    case "gather":
      return { ...call, saying: null, listening: message.listening, beat: call.beat + 1 };
    case "hold":
      return { ...(message.text ? withLine(flushed(call), "service", message.text, null, null) : flushed(call)), line: "hold", listening: null, saying: null };
    case "bridged":
      return { ...flushed(call), line: "bridged", listening: null, saying: null };
    case "heard":
      return withLine(flushed(call), "other", message.text, null, message.from || null);
    case "pause":
      return { ...call, listening: null };
    case "ended":
      return ended(call, message.reason);
    case "error":
      return live(call) ? withLine(call, "service", message.text, null, null) : ended(call, message.text);
  }
}

function ended(call: Call, reason: string): Call {
  return { ...flushed(call), line: "ended", saying: null, listening: null, reason };
}

/** The keys pressed become a line of the transcript once something else happens. */
function flushed(call: Call): Call {
  return call.keys ? { ...withLine(call, "me", call.keys, null, null), keys: "" } : call;
}

function withLine(call: Call, who: Line["who"], text: string, lang: string | null, name: string | null): Call {
  if (!text) return call;
  const id = (call.lines.at(-1)?.id ?? 0) + 1;
  return { ...call, lines: [...call.lines, { id, who, text, lang, name }] };
}
