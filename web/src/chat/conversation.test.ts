import { describe, expect, it } from "vitest";
import { after, EMPTY, openReplies, pending, type Conversation, type Happening } from "./conversation";
import type { Message } from "./protocol";

const typed = (id: string, text: string, at = 1_000): Message => ({ id, from: "customer", text, at, sent: "sending" });
const said = (id: string, text: string, at = 2_000): Message => ({ id, from: "bot", text, at });
const all = (...happenings: Happening[]): Conversation => happenings.reduce(after, EMPTY);
const texts = (now: Conversation) => now.messages.map((one) => one.text);

describe("a conversation", () => {
  it("shows an utterance once, however often it comes", () => {
    const now = all({ kind: "uttered", message: said("s:1:0", "Hello") }, { kind: "uttered", message: said("s:1:0", "Hello") });
    expect(texts(now)).toEqual(["Hello"]);
  });

  it("waits for an answer after a message to the assistant, and not after one to a person", () => {
    expect(all({ kind: "typed", message: typed("a", "hi") }).awaiting).toBe(true);
    const human = { phase: "human", agent: "Amy", wait: null, lang: "en", replies: null } as const;
    expect(all({ kind: "told", state: human }, { kind: "typed", message: typed("a", "hi") }).awaiting).toBe(false);
  });

  it("keeps what was typed and has not arrived when the server's history replaces the rest", () => {
    const history = [{ ...typed("s:1:0", "first"), sent: "arrived" as const }, said("s:1:1", "answer")];
    const now = all(
      { kind: "typed", message: typed("a", "first") },
      { kind: "arrived", id: "a" },
      { kind: "typed", message: typed("b", "second", 5_000) },
      { kind: "history", messages: history },
    );
    expect(texts(now)).toEqual(["first", "answer", "second"]);
    expect(pending(now.messages).map((one) => one.id)).toEqual(["b"]);
  });

  it("keeps what it shows of a long conversation before the part that the server tells again", () => {
    const old = [said("s:1:0", "one"), { ...typed("b", "two"), sent: "arrived" as const, known: "s:2:0" }, said("s:3:0", "three")];
    const told = (messages: Message[]) => texts(all(...old.map((message) => ({ kind: "uttered", message }) as const), { kind: "history", messages }));
    expect(told([old[2]!, said("s:4:0", "four")])).toEqual(["one", "two", "three", "four"]);
    expect(told([{ ...old[1]!, id: "b" }, old[2]!])).toEqual(["one", "two", "three"]);
    expect(told([said("s:9:0", "nine")])).toEqual(["nine"]);
  });

  it("gives nothing up while the line is away: it is sent when the line is back", () => {
    const now = all({ kind: "typed", message: typed("a", "hi") }, { kind: "lost", id: "a" }, { kind: "link", link: "offline" });
    expect(now.messages[0]!.sent).toBe("sending");
  });

  it("does not double a message whose acknowledgement was lost: the server's copy stands for it", () => {
    const history = [{ ...typed("s:1:0", "where is 10023", 1_500), sent: "arrived" as const }, said("s:1:1", "On its way")];
    const now = all({ kind: "typed", message: typed("a", "where is 10023") }, { kind: "history", messages: history });
    expect(texts(now)).toEqual(["where is 10023", "On its way"]);
  });

  it("knows its own secret again, though the server's copy of it is masked", () => {
    const history = [{ ...typed("s:2:0", "****", 1_500), sent: "arrived" as const }];
    expect(texts(all({ kind: "typed", message: typed("a", "0198") }, { kind: "history", messages: history }))).toEqual(["****"]);
  });

  it("does not take an old message of the same words for a new one", () => {
    const old = { ...typed("s:1:0", "hello", 1_000), sent: "arrived" as const };
    const now = all({ kind: "typed", message: typed("b", "hello", 900_000) }, { kind: "history", messages: [old] });
    expect(texts(now)).toEqual(["hello", "hello"]);
  });

  it("shows what the customer said on another page, and what was said here only once", () => {
    const choice = { ...said("s:1:0", "Which?"), replies: [{ title: "A", payload: "/a" }] };
    const there = { ...typed("s:2:0", "A"), sent: "arrived" as const };
    const now = all({ kind: "uttered", message: choice }, { kind: "elsewhere", key: "c", message: there });
    expect([texts(now), openReplies(now)]).toEqual([["Which?", "A"], null]);
    const here = all({ kind: "typed", message: typed("c", "A") }, { kind: "elsewhere", key: "c", message: there });
    expect(texts(here)).toEqual(["A"]);
  });

  it("stands in the order the server has it, live as after a reload: the greeting before what was typed first", () => {
    const back = (key: string, place: string) => ({ kind: "elsewhere", key, message: { ...typed(place, "…"), sent: "arrived" as const } }) as const;
    const live = all(
      { kind: "typed", message: typed("a", "where is 10023") },
      { kind: "uttered", message: said("s:1:0", "Welcome") },
      back("a", "s:2:0"),
      { kind: "uttered", message: said("s:2:1", "On its way") },
    );
    expect(texts(live)).toEqual(["Welcome", "where is 10023", "On its way"]);
    const history = [said("s:1:0", "Welcome"), { ...typed("a", "where is 10023"), known: "s:2:0", sent: "arrived" as const }, said("s:2:1", "On its way")];
    expect(texts(after(live, { kind: "history", messages: history }))).toEqual(texts(live));
    const crossed = all(
      { kind: "uttered", message: said("old:9:0", "Goodbye") },
      { kind: "typed", message: typed("a", "one") },
      { kind: "typed", message: typed("b", "two") },
      { kind: "uttered", message: { ...said("s:7:0", "from Amy"), from: "agent" } },
      back("a", "s:8:0"),
    );
    expect(texts(crossed)).toEqual(["Goodbye", "from Amy", "one", "two"]);
    expect(texts(after(crossed, back("b", "s:9:0")))).toEqual(["Goodbye", "from Amy", "one", "two"]);
  });

  it("offers only the replies nobody has answered yet", () => {
    const choice = { ...said("s:1:0", "Which?"), replies: [{ title: "A", payload: "/a" }] };
    const open = all({ kind: "uttered", message: choice });
    expect(openReplies(open)?.map((one) => one.payload)).toEqual(["/a"]);
    expect(openReplies(after(open, { kind: "typed", message: typed("c", "A") }))).toBeNull();
  });

  it("keeps offering what the server says may be chosen, whatever is written meanwhile, until one is chosen", () => {
    const again = { title: "Another colleague", payload: "/queue_again" };
    const told = (replies: readonly (typeof again)[]) =>
      ({ kind: "told", state: { phase: "human", agent: "Amy", wait: null, lang: "en", replies } }) as const;
    const open = all(told([again]), { kind: "typed", message: typed("a", "are you there?") });
    expect(openReplies(open)).toEqual([again]);
    expect(openReplies(after(open, { kind: "history", messages: [said("s:1:0", "old")] }))).toEqual([again]);
    expect(openReplies(after(open, { kind: "typed", message: { ...typed("b", again.title), payload: again.payload } }))).toBeNull();
    expect(openReplies(after(open, told([])))).toBeNull();
  });

  it("starts empty when the server confirms another session than ours, and takes along what was not sent", () => {
    const now = all(
      { kind: "confirmed", session: "one" },
      { kind: "uttered", message: said("one:1:0", "old") },
      { kind: "typed", message: typed("b", "new") },
      { kind: "confirmed", session: "two" },
    );
    expect([now.session, texts(now)]).toEqual(["two", ["new"]]);
  });
});
