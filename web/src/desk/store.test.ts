// The status an agent chooses, while the server is told; and whose eyes the customer is told of.
import { afterEach, describe, expect, it, vi } from "vitest";
import { DeskStore, type DeskEars } from "./store";

const quiet: DeskEars = {
  changed: () => undefined, offered: () => undefined, askedIn: () => undefined, customerWrote: () => undefined,
  accepted: () => undefined, closed: () => undefined, lost: () => undefined, failed: () => undefined, mayRetry: () => Promise.resolve(false),
};

/** A server that answers each request when told to. */
function server() {
  const asked: { status: string; answer: (code: number) => void }[] = [];
  vi.stubGlobal("document", { cookie: "" });
  vi.stubGlobal("fetch", (_: string, init: RequestInit) => new Promise<Response>((resolve) => {
    const { status } = JSON.parse(String(init.body)) as { status: string };
    asked.push({ status, answer: (code) => resolve(new Response("{}", { status: code })) });
  }));
  return asked;
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("the agent's status", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is the chosen one from the moment it is chosen, and again the server's when refused", async () => {
    const asked = server();
    const store = new DeskStore(quiet);
    const telling = store.setStatus("ready");
    expect(store.status).toBe("ready");
    asked[0]!.answer(500);
    await telling;
    expect(store.status).toBe(null);
  });
  it("is sent in the order of choosing, and the last choice is not lost", async () => {
    const asked = server();
    const store = new DeskStore(quiet);
    const telling = store.setStatus("ready");
    void store.setStatus("break", "lunch");
    asked[0]!.answer(200);
    await settled();
    expect(store.status).toBe("break");
    asked[1]!.answer(200);
    await telling;
    expect(asked.map((one) => one.status)).toEqual(["ready", "break"]);
  });
});

/** A store with a desk, what it asks of the server, and how the server tells it something. */
function open() {
  const asked: string[] = [];
  let hear = (_: MessageEvent<unknown>): void => undefined;
  vi.stubGlobal("document", { visibilityState: "visible", cookie: "", addEventListener: () => undefined, removeEventListener: () => undefined });
  vi.stubGlobal("window", { addEventListener: () => undefined, removeEventListener: () => undefined, location: { href: "http://desk.example/desk" }, setTimeout: () => 0, clearTimeout: () => undefined });
  vi.stubGlobal("WebSocket", class { addEventListener(what: string, heard: typeof hear) { if (what === "message") hear = heard; } close() { return; } });
  vi.stubGlobal("fetch", (path: string) => (asked.push(path), Promise.resolve(new Response("{}", { status: /(read|close)$/.test(path) ? 200 : 404 }))));
  const store = new DeskStore(quiet);
  store.start();
  return { asked, store, tell: (message: unknown): void => hear({ data: JSON.stringify(message) } as MessageEvent<unknown>) };
}

describe("what was being written", () => {
  afterEach(() => vi.unstubAllGlobals());
  const card = { id: "T", session: "S", channel: "chat", status: "connected", agent: "amy", helpers: [], customer: { name: "Avery" } };
  const mine = (cards: unknown[]) => ({ type: "snapshot", me: { id: "amy" }, mine: cards, helping: [], now: 0 });

  it("is kept in sight when somebody takes the conversation, and is the draft again when it comes back", () => {
    const { store, tell } = open();
    tell(mine([card]));
    store.drafts.keep("T", { text: "Your parcel is" });
    tell(mine([]));
    expect(store.drafts.aside()).toEqual([{ ticket: "T", text: "Your parcel is", name: "Avery" }]);
    tell(mine([card]));
    expect([store.drafts.aside(), store.drafts.of("T").text]).toEqual([[], "Your parcel is"]);
    tell(mine([]));
    store.stop();
    expect(store.drafts.aside(), "it ends with the log-in").toEqual([]);
  });
  it("goes with a conversation that the agent ends themselves", async () => {
    const { store, tell } = open();
    tell(mine([card]));
    store.drafts.keep("T", { text: "Bye" });
    await store.closeTicket("T", "solved", "");
    tell(mine([]));
    expect([store.drafts.aside(), store.drafts.of("T").text]).toEqual([[], ""]);
  });
});

describe("what the customer said", () => {
  afterEach(() => vi.unstubAllGlobals());

  /** A store whose desk shows one chat of Amy's to Sam, who is in it as `role`; and what it asks of the server. */
  async function beside(role: string) {
    const { asked, tell } = open();
    const card = { id: "T", session: "S", channel: "chat", status: "connected", agent: "amy", helpers: [{ id: "sam", name: "Sam", role, joined: true }] };
    tell({ type: "snapshot", me: { id: "sam" }, mine: [], helping: [card], now: 0 });
    tell({ type: "turn", session: "S", items: [{ id: "4:0", from: "customer", text: "Hello?", at: 1 }] });
    await settled();
    return asked.filter((path) => path.endsWith("/read"));
  }

  it("is told as read when who speaks with them has seen it, not when who listens or advises has", async () => {
    expect(await beside("three_way")).toEqual(["/api/desk/tickets/T/read"]);
    for (const role of ["listen", "coach", "consult"]) expect(await beside(role)).toEqual([]);
  });
});
