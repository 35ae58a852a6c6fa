// What an agent sends, through a connection that is lost.
import { describe, expect, it } from "vitest";
import { ApiError } from "../api/client";
import { Drafts } from "./drafts";
import { Outbox } from "./outbox";

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const LOST = new ApiError("unreachable", "");

/** An outbox whose server answers when told to, and what it was sent. */
function outbox(drafts = new Drafts(null)) {
  const sent: { ticket: string; text: string; key: string; answer: (error?: ApiError) => Promise<unknown> }[] = [];
  const box = new Outbox(drafts, {
    send: (ticket, text, key) => new Promise<void>((resolve, reject) => {
      const answer = (error?: ApiError) => (error ? reject(error) : resolve(), settled());
      sent.push({ ticket, text, key, answer });
    }),
    fetch: () => Promise.resolve(),
    changed: () => undefined,
    now: () => 1000,
    loggedOut: () => false,
  });
  return { box, sent, texts: () => box.of("T").map((one) => one.text) };
}

describe("an agent's messages", () => {
  it("leave one after the other, in the order of writing, and those to another customer beside them", async () => {
    const { box, sent } = outbox();
    for (const text of ["one", "two"]) box.say("T", text);
    box.say("U", "hello");
    expect(sent.map((one) => one.text)).toEqual(["one", "hello"]);
    await sent[0]!.answer();
    expect(sent.map((one) => one.text)).toEqual(["one", "hello", "two"]);
  });

  it("wait for a lost connection, and then are sent by themselves with the ids they had", async () => {
    const { box, sent } = outbox();
    for (const text of ["one", "two"]) box.say("T", text);
    await sent[0]!.answer(LOST);
    expect(box.of("T").map((one) => [one.text, one.waits, one.failed])).toEqual([["one", true, null], ["two", true, null]]);
    box.hurry();
    await sent[1]!.answer();
    await sent[2]!.answer();
    expect(sent.map((one) => one.text)).toEqual(["one", "one", "two"]);
    expect(sent[1]!.key).toBe(sent[0]!.key);
    expect(sent[2]!.key).not.toBe(sent[0]!.key);
    box.settle("T", [{ text: "one", at: 400 }]); // the same words, said long before
    expect(box.of("T").length).toBe(2);
    box.settle("T", [{ text: "one", at: 1001 }, { text: "two", at: 1002 }]);
    expect(box.of("T")).toEqual([]);
  });

  it("that are refused say so, hold up nothing, and are sent again only when told to", async () => {
    const { box, sent, texts } = outbox();
    for (const text of ["one", "two"]) box.say("T", text);
    const refused = new ApiError("conflict", "The talk is over.");
    await sent[0]!.answer(refused);
    expect(box.of("T")[0]!.failed).toBe(refused);
    await sent[1]!.answer();
    box.hurry();
    expect(sent.length).toBe(2);
    box.again("T", box.of("T")[0]!);
    expect([texts(), sent[2]!.text]).toEqual([["two", "one"], "one"]);
  });

  it("outlive a reload of the tab with their ids, and end with the conversation", async () => {
    const kept = new Map<string, string>();
    const tab = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) } as Storage;
    const before = outbox(new Drafts(tab));
    before.box.say("T", "one");
    await before.sent[0]!.answer(LOST);
    const after = outbox(new Drafts(tab));
    after.box.hurry();
    expect(after.sent[0]).toMatchObject({ text: "one", key: before.sent[0]!.key });
    await after.sent[0]!.answer(LOST);
    after.box.only(["U"]);
    expect(after.texts()).toEqual([]);
  });
});
