import { describe, expect, it } from "vitest";
import { isEffort, readHistory, readSession, readState, readUttered } from "./protocol";
import { pieces } from "./links";
import { placeInWords, waitInWords } from "./waiting";
import { chatWords } from "./words";

const fresh = () => "fresh";

describe("the chat protocol", () => {
  it("takes a session confirmed as a bare string or in an object", () => {
    expect([readSession("abc"), readSession({ session_id: "abc" }), readSession(null)]).toEqual(["abc", "abc", null]);
  });

  it("reads a plain Rasa utterance that has no metadata", () => {
    expect(readUttered({ text: "Hi" }, 7, fresh)).toEqual({ id: "fresh", from: "bot", text: "Hi", at: 7 });
  });

  it("reads our additions: who speaks, the id, the language, the time in seconds", () => {
    const body = { text: "您好", metadata: { id: "s:3:0", from: "agent", agent: "小王", lang: "zh", at: 1_700_000_000.5 } };
    expect(readUttered(body, 7, fresh)).toEqual({
      id: "s:3:0", from: "agent", text: "您好", at: 1_700_000_000_500, lang: "zh", agent: "小王",
    });
  });

  it("drops what a person could not read, and never fails on nonsense", () => {
    for (const nonsense of [null, 3, "x", {}, { text: 5 }, { quick_replies: "no" }]) expect(readUttered(nonsense, 7, fresh)).toBeNull();
    expect(readHistory({ not: "a list" }, 7)).toEqual([]);
    expect(readState({ phase: "dreaming" })).toBeNull();
  });

  it("links a picture only by http or https", () => {
    const picture = (src: string) => readUttered({ attachment: { type: "image", payload: { src } } }, 7, fresh);
    expect(picture("https://shop.example/a.png")?.links).toEqual(["https://shop.example/a.png"]);
    expect(picture("javascript:alert(1)")).toBeNull();
  });

  it("begins a button with a capital, as the menus' spoken labels do not", () => {
    const titles = ["a return", "the status of an order", "iPhone 15", "退货"].map((title) => ({ title, payload: "x" }));
    expect(readUttered({ quick_replies: titles }, 7, fresh)?.replies?.map((one) => one.title)).toEqual([
      "A return", "The status of an order", "iPhone 15", "退货",
    ]);
  });

  it("knows the effort question by its seven payloads", () => {
    const seven = Array.from({ length: 7 }, (_, index) => ({ title: `${index + 1}`, payload: `${index + 1}` }));
    expect([isEffort(seven), isEffort(seven.slice(1)), isEffort(undefined)]).toEqual([true, false, false]);
  });
});

describe("links in plain text", () => {
  it("leave punctuation and Chinese text outside, and make nothing of other schemes", () => {
    expect(pieces("See https://a.example/x?y=1.").map((one) => one.href)).toEqual([null, "https://a.example/x?y=1", null]);
    expect(pieces("请看https://a.example/x，谢谢").map((one) => one.text)).toEqual(["请看", "https://a.example/x", "，谢谢"]);
    expect(pieces("javascript:alert(1) <b>").every((one) => one.href === null)).toBe(true);
  });
});

describe("a wait in words", () => {
  const words = chatWords("en");
  const wait = (position: number | null, lowS: number | null, highS: number | null) => ({ position, lowS, highS });

  it("is a range of whole minutes, and says when it can't be told", () => {
    expect(waitInWords(wait(2, 70, 290), words)).toBe("Expected wait: 1 to 5 minutes");
    expect(waitInWords(wait(1, 10, 50), words)).toBe("Expected wait: less than a minute");
    expect(waitInWords(wait(1, 60, 61), words)).toBe("Expected wait: 1 to 2 minutes");
    expect(waitInWords(wait(1, 130, 810), words)).toBe("Expected wait: 2 to 15 minutes");
    expect(waitInWords(wait(1, 800, 1300), words)).toBe("Expected wait: 10 to 25 minutes");
    expect(waitInWords(wait(1, 800, 3601), words)).toBe(words.waitLong);
    expect(waitInWords(wait(1, null, null), words)).toBe(words.waitUnknown);
  });

  it("tells the place in the queue only where it is known", () => {
    expect([placeInWords(wait(1, 0, 0), words), placeInWords(wait(3, 0, 0), words), placeInWords(null, words)]).toEqual([
      "You are next.", "2 people are ahead of you.", null,
    ]);
  });
});
