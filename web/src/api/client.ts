/** Asks the front desk over HTTP. Every failure becomes an `ApiError` whose message is a sentence for the person. */

import type {
  AgentStatus, BoardDay, CustomerView, DeskSnapshot, DeskTask, Disposition, FactMark, Hints, Login, OpenLogin, ReadyReply, SessionStory, Shift, TaskDone,
  TicketDetail,
} from "./types";

export type Trouble = "unreachable" | "refused" | "not_logged_in" | "not_allowed" | "locked" | "conflict" | "broken";

export class ApiError extends Error {
  constructor(
    readonly trouble: Trouble,
    /** The server's own sentence, or empty when it gave none: then the page says it in its own words. */
    message: string,
  ) {
    super(message);
    this.name = "ApiError";
  }
}

const TROUBLES: Readonly<Record<number, Trouble>> = {
  401: "not_logged_in",
  403: "not_allowed",
  409: "conflict",
  429: "locked",
};

function troubleOf(status: number): Trouble {
  return TROUBLES[status] ?? (status >= 500 ? "broken" : "refused");
}

function sentenceIn(body: unknown): string {
  if (typeof body !== "object" || body === null || !("error" in body)) return "";
  return typeof body.error === "string" ? body.error : "";
}

/** A line that is cut without a word keeps a request waiting for minutes. */
const ANSWER_MS = 15_000;

type Method = "GET" | "POST" | "PATCH" | "DELETE";

async function request<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const json = body === undefined ? {} : { "Content-Type": "application/json" };
  return send<T>(method, path, json, body === undefined ? undefined : JSON.stringify(body), signal);
}

/** A sound of ours. */
async function sound(path: string): Promise<Blob> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: "same-origin", cache: "no-store" });
  } catch {
    throw new ApiError("unreachable", "");
  }
  if (!response.ok) throw new ApiError(troubleOf(response.status), sentenceIn(await response.json().catch(() => null)));
  return response.blob();
}

async function send<T>(method: Method, path: string, more: Record<string, string>, body?: BodyInit, signal?: AbortSignal): Promise<T> {
  const headers = { Accept: "application/json", "X-Frontdesk": "1", ...more };
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      credentials: "same-origin",
      cache: "no-store",
      ...(body === undefined ? {} : { body }),
      ...(signal && { signal }),
    });
  } catch {
    throw new ApiError("unreachable", "");
  }
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ApiError(troubleOf(response.status), sentenceIn(answer));
  return answer as T;
}

/** A question to an address of ours. */
export const ask = <T>(path: string): Promise<T> => request<T>("GET", path);

/** Something is changed at an address of ours. */
export const change = <T>(method: Exclude<Method, "GET">, path: string, body: unknown = {}): Promise<T> => request<T>(method, path, body);

const ticket = (id: string, action: string): string => `/api/desk/tickets/${encodeURIComponent(id)}/${action}`;

export const api = {
  login: (username: string, password: string) => request<Login>("POST", "/api/login", { username, password }),
  /** Before a log-out from the desk. */
  leaveDesk: () => request<unknown>("POST", "/api/desk/leave", {}),
  logout: () => request<unknown>("POST", "/api/logout", {}),
  me: () => request<Login>("GET", "/api/me", undefined, AbortSignal.timeout(ANSWER_MS)),
  ways: () => request<{ password: boolean; company: string | null }>("GET", "/api/login/ways"),

  desk: () => request<DeskSnapshot>("GET", "/api/desk"),
  setStatus: (status: AgentStatus, reason: string) => request<unknown>("POST", "/api/desk/status", { status, reason }),
  ticket: (id: string) => request<TicketDetail>("GET", `/api/desk/tickets/${encodeURIComponent(id)}`),
  accept: (id: string) => request<unknown>("POST", ticket(id, "accept"), {}),
  decline: (id: string, reason: string) => request<unknown>("POST", ticket(id, "decline"), reason ? { reason } : {}),
  /** Taken once, however often it is sent with this key. */
  say: (id: string, text: string, key: string) => request<unknown>("POST", ticket(id, "say"), { text, key }, AbortSignal.timeout(ANSWER_MS)),
  end: (id: string) => request<unknown>("POST", ticket(id, "end"), {}),
  close: (id: string, disposition: Disposition, note: string) =>
    request<unknown>("POST", ticket(id, "close"), { disposition, note }),

  move: (id: string, to: { agent?: string; queue?: string; note: string }) => request<unknown>("POST", ticket(id, "move"), to),
  openMessage: (id: string) => request<unknown>("POST", ticket(id, "open")),
  answer: (id: string, how: string, text: string, note: string) => request<unknown>("POST", ticket(id, "answer"), { how, text, note }),
  putBack: (id: string) => request<unknown>("POST", ticket(id, "put-back")),
  toMessage: (id: string, note: string) => request<unknown>("POST", ticket(id, "message"), { note }),
  toBot: (id: string, note: string) => request<unknown>("POST", ticket(id, "bot"), { note }),
  askIn: (id: string, agent: string, role: string) => request<unknown>("POST", ticket(id, "ask"), { agent, role }),
  join: (id: string) => request<unknown>("POST", ticket(id, "join"), {}),
  leave: (id: string, agent?: string) => request<unknown>("POST", ticket(id, "leave"), agent ? { agent } : {}),
  handOver: (id: string, agent: string) => request<unknown>("POST", ticket(id, "hand-over"), { agent }),
  mute: (id: string, on: boolean) => request<unknown>("POST", ticket(id, "mute"), { on }),
  listen: (id: string, role: string) => request<unknown>("POST", ticket(id, "listen"), { role }),
  take: (id: string) => request<unknown>("POST", ticket(id, "take"), {}),
  note: (id: string, text: string) => request<unknown>("POST", ticket(id, "note"), { text }),
  mark: (id: string, fact: string, mark: FactMark) => request<unknown>("POST", ticket(id, "mark"), { fact, mark }),
  pauseRecording: (id: string, on: boolean) => request<unknown>("POST", ticket(id, "pause-recording"), { on }),
  hold: (id: string, on: boolean) => request<unknown>("POST", ticket(id, "hold"), { on }),
  shift: () => request<Shift>("GET", "/api/desk/shift"),
  typing: (id: string) => request<unknown>("POST", ticket(id, "typing"), {}),
  read: (id: string, turn: number) => request<unknown>("POST", ticket(id, "read"), { turn }),
  sendFile: (id: string, file: File) =>
    send<unknown>("POST", ticket(id, "files"), { "X-File-Name": encodeURIComponent(file.name), "Content-Type": "application/octet-stream" }, file),
  customer: (id: string) => request<CustomerView>("GET", ticket(id, "customer")),
  hints: (id: string) => request<Hints>("GET", ticket(id, "hints")),
  tasks: (id: string) => request<{ verified: boolean; tasks: DeskTask[] }>("GET", ticket(id, "tasks")),
  runTask: (id: string, task: string, facts: Record<string, string>, confirmed: boolean) =>
    request<TaskDone>("POST", ticket(id, `tasks/${encodeURIComponent(task)}`), { facts, confirmed }),
  replies: () => request<{ replies: ReadyReply[]; problem: string | null }>("GET", "/api/desk/replies"),

  myLogins: () => request<{ logins: OpenLogin[] }>("GET", "/api/me/logins"),
  endLogin: (id: string) => request<unknown>("POST", `/api/me/logins/${encodeURIComponent(id)}/end`, {}),
  changePassword: (present: string, next: string) => request<unknown>("POST", "/api/me/password", { present, new: next }),

  board: (day: string | null) => request<BoardDay>("GET", day ? `/api/board?day=${encodeURIComponent(day)}` : "/api/board"),
  recording: (session: string, name: string) => sound(`/api/recordings/${encodeURIComponent(session)}/${encodeURIComponent(name)}`),
  story: (session: string) => request<SessionStory>("GET", `/api/board/sessions/${encodeURIComponent(session)}`),
};
