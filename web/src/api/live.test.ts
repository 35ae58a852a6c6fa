// Reconnecting, also from a line that is cut without a word: pauses grow, are bounded, and are spread so that desks don't come back in step.
import { afterEach, describe, expect, it, vi } from "vitest";
import { ANSWER_MS, LiveLink, pauseBefore, SILENCE_MS } from "./live";

describe("pauseBefore", () => {
  it("doubles up to fifteen seconds", () => {
    expect([0, 1, 2, 10].map((attempt) => pauseBefore(attempt, 0))).toEqual([500, 1000, 2000, 5_000]);
  });
  it("is at most a third shorter by chance", () => {
    expect(pauseBefore(3, 1)).toBe(2800);
  });
});

class FakeSocket {
  static readonly OPEN = 1;
  static all: FakeSocket[] = [];
  readyState = 0;
  readonly sent: string[] = [];
  private readonly heard = new Map<string, (event: unknown) => void>();
  constructor() {
    FakeSocket.all.push(this);
  }
  addEventListener(what: string, heard: (event: unknown) => void): void {
    this.heard.set(what, heard);
  }
  send(text: string): void {
    this.sent.push(text);
  }
  close(): void {
    this.readyState = 2; // and no answer from the other side: the browser stays in it for long
  }
  opens(): void {
    this.readyState = FakeSocket.OPEN;
    this.heard.get("open")?.({});
  }
  tells(data: string): void {
    this.heard.get("message")?.({ data });
  }
}

describe("a line", () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  function started() {
    FakeSocket.all = [];
    vi.useFakeTimers();
    vi.stubGlobal("WebSocket", FakeSocket);
    vi.stubGlobal("document", { visibilityState: "visible", addEventListener: () => undefined });
    vi.stubGlobal("window", { addEventListener: () => undefined, location: { href: "http://desk.example/" }, setTimeout, clearTimeout });
    const states: string[] = [];
    new LiveLink("/ws", { onMessage: () => states.push("news"), onState: (state) => states.push(state) }).start();
    return states;
  }
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  it("that answers after a silence is left alone, however long nothing happens", async () => {
    const states = started();
    const socket = FakeSocket.all[0]!;
    socket.opens();
    for (let round = 1; round <= 5; round += 1) {
      await pass(SILENCE_MS);
      expect(socket.sent.length).toBe(round);
      socket.tells("pong");
    }
    expect([FakeSocket.all.length, states]).toEqual([1, ["connecting", "open"]]);
  });
  it("that does not answer is given up, and another one is tried; so is one that does not even connect", async () => {
    const states = started();
    FakeSocket.all[0]!.opens();
    await pass(SILENCE_MS + ANSWER_MS);
    expect(states).toEqual(["connecting", "open", "lost"]);
    await pass(500);
    expect(FakeSocket.all.length).toBe(2);
    await pass(ANSWER_MS + 1000);
    expect(FakeSocket.all.length).toBe(3);
    FakeSocket.all[2]!.opens();
    expect(states.at(-1)).toBe("open");
  });
});
