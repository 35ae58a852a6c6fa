// The status an agent chooses, while the server is told.
import { afterEach, describe, expect, it, vi } from "vitest";
import { DeskStore, type DeskEars } from "./store";

const quiet: DeskEars = {
  changed: () => undefined, offered: () => undefined, askedIn: () => undefined, customerWrote: () => undefined,
  accepted: () => undefined, closed: () => undefined, failed: () => undefined, mayRetry: () => Promise.resolve(false),
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
