// Whatever moment the line is cut at, the chat comes back by itself, and what was typed meanwhile is sent once.
import { beforeEach, describe, expect, it } from "vitest";
import { forget } from "../ui/keep";
import { after, EMPTY, pending, type Conversation } from "./conversation";
import { ChatLink } from "./link";
import type { Clock, Surroundings, Wire } from "./line";

/** A socket that does what it is told, and keeps what it was asked. */
class FakeWire implements Wire {
  connected = false;
  readonly asked: string[] = [];
  readonly sent: { id: string; done: (late: Error | null, answer?: { ok?: boolean }) => void }[] = [];
  tries = 1;
  private readonly heard = new Map<string, ((data: unknown) => void)[]>();

  on(event: string, heard: (data: unknown) => void): void {
    this.heard.set(event, [...(this.heard.get(event) ?? []), heard]);
  }
  emit(event: string): void {
    this.asked.push(event);
  }
  timeout() {
    return {
      emit: (_: string, data: unknown, done: (late: Error | null, answer?: { ok?: boolean }) => void) =>
        void this.sent.push({ id: (data as { customData: { id: string } }).customData.id, done }),
    };
  }
  connect(): void {
    this.tries += 1;
  }
  disconnect(): void {
    if (this.connected) this.drop("io client disconnect");
  }
  /** The server, or the network, does something. */
  tells(event: string, data?: unknown): void {
    for (const heard of this.heard.get(event) ?? []) heard(data);
  }
  opens(): void {
    this.connected = true;
    this.tells("connect");
  }
  drop(reason: string): void {
    this.connected = false;
    this.tells("disconnect", reason);
  }
}

class FakeClock implements Clock {
  private at = 0;
  private rings: { at: number; run: () => void }[] = [];
  now(): number {
    return this.at;
  }
  later(run: () => void, ms: number): void {
    this.rings.push({ at: this.at + ms, run });
  }
  pass(ms: number): void {
    const end = this.at + ms;
    for (;;) {
      const next = this.rings.filter((one) => one.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.rings = this.rings.filter((one) => one !== next);
      this.at = next.at;
      next.run();
    }
    this.at = end;
  }
}

class Page {
  now: Conversation = EMPTY;
  readonly wire = new FakeWire();
  readonly clock = new FakeClock();
  readonly around = new EventTarget();
  readonly link = new ChatLink(
    "http://desk.example",
    (what) => (this.now = after(this.now, what)),
    () => pending(this.now.messages),
    { clock: this.clock, wire: () => this.wire, around: this.around as unknown as Surroundings },
  );

  types(text: string): void {
    const message = { id: text, from: "customer", text, at: this.clock.now(), sent: "sending" } as const;
    this.now = after(this.now, { kind: "typed", message });
    this.link.send(message);
  }
  confirm(): void {
    this.wire.tells("session_confirm", "a-session");
    this.clock.pass(400);
  }
  back(): void {
    this.around.dispatchEvent(new Event("online"));
  }
}

const fresh = (): Page => {
  const page = new Page();
  page.link.open();
  return page;
};

beforeEach(() => {
  Object.assign(globalThis, { location: { hash: "", pathname: "/chat" } });
  forget("frontdesk.session");
});

describe("a chat whose line is cut", () => {
  it("while it connects for the first time, connects anew when the machine is online again", () => {
    const page = fresh();
    page.types("hello");
    page.back();
    expect(page.wire.tries).toBe(2);
    page.wire.opens();
    page.confirm();
    expect(page.wire.sent.map((one) => one.id)).toEqual(["hello"]);
    expect(page.now.link).toBe("online");
  });
  it("after it connected, before its session was confirmed, asks over a new connection", () => {
    const page = fresh();
    page.wire.opens();
    page.clock.pass(4999);
    expect(page.wire.tries).toBe(1);
    page.clock.pass(1);
    expect(page.wire.tries).toBe(2);
    page.wire.opens();
    expect(page.wire.asked).toEqual(["session_request", "session_request"]);
    page.clock.pass(9999); // a slow server is given twice the time
    expect(page.wire.tries).toBe(2);
  });
  it("leaves a line alone that stands", () => {
    const page = fresh();
    page.wire.opens();
    page.confirm();
    page.back();
    page.link.open();
    page.clock.pass(60_000);
    expect(page.wire.tries).toBe(1);
  });
  it("connects at once by the button, also in a pause of Socket.IO", () => {
    const page = fresh();
    page.wire.opens();
    page.confirm();
    page.wire.drop("transport close");
    expect(page.now.link).toBe("offline");
    page.link.open();
    expect(page.wire.tries).toBe(2);
  });
  it("comes back when the server sent it away", () => {
    const page = fresh();
    page.wire.opens();
    page.confirm();
    page.wire.drop("io server disconnect");
    page.clock.pass(5000);
    expect(page.wire.tries).toBe(2);
  });
  it("sends again what was typed and not acknowledged, and nothing that was", () => {
    const page = fresh();
    page.wire.opens();
    page.confirm();
    page.types("one");
    page.types("two");
    page.wire.sent[0]!.done(null, { ok: true });
    page.wire.drop("transport close");
    page.types("three");
    page.wire.opens();
    page.confirm();
    expect(page.wire.sent.map((one) => one.id)).toEqual(["one", "two", "two", "three"]);
  });
  it("without a word is found dead once a message is not acknowledged, and what was not acknowledged is sent over a new one", () => {
    const page = fresh();
    page.wire.opens();
    page.confirm();
    page.types("one");
    page.types("two");
    for (const one of page.wire.sent) one.done(new Error("timeout"));
    expect(page.wire.asked).toEqual(["session_request", "session_request"]);
    expect(page.now.messages.map((one) => one.sent)).toEqual(["lost", "lost"]);
    page.clock.pass(5000);
    expect([page.wire.tries, page.now.link, page.now.messages[0]!.sent]).toEqual([2, "offline", "sending"]);
    page.wire.opens();
    page.confirm();
    expect(page.wire.sent.map((one) => one.id)).toEqual(["one", "two", "one", "two"]);
  });
  it("is left for good when the chat is closed", () => {
    const page = fresh();
    page.link.close();
    page.back();
    page.clock.pass(60_000);
    expect(page.wire.tries).toBe(1);
  });
});
