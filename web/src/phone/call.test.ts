import { describe, expect, it } from "vitest";
import { after, live, QUIET_LINE, stage, type Call, type Doing } from "./call";
import { captionSeconds, voiceFor } from "./pace";
import { decode, voiceTag, type FromServer } from "./protocol";

const came = (message: FromServer): Doing => ({ kind: "came", message });
const all = (...doings: Doing[]): Call => doings.reduce(after, QUIET_LINE);
const prompt = (id: number, text = "Welcome") => came({ type: "say", prompt: { id, text, lang: "en-US" } });
const gather = came({ type: "gather", listening: { input: ["dtmf"], timeoutS: 5, finishOnKey: "#", numDigits: 1, lang: "en-US" } });
const answered: Doing[] = [{ kind: "calling" }, came({ type: "ringing" }), came({ type: "answered" })];

describe("a call", () => {
  it("goes from ringing over speaking to listening", () => {
    const stages = [...answered, prompt(1), gather].map((_, index, every) => stage(all(...every.slice(0, index + 1))));
    expect(stages).toEqual(["connecting", "ringing", "quiet", "speaking", "listening"]);
  });

  it("plays a recording by the page's own address, and nothing that is not one of our sounds", () => {
    const sound = (url: string) => {
      const message = decode(JSON.stringify({ type: "say", id: 1, text: "Hi", lang: "en", url }));
      return message?.type === "say" ? message.prompt.sound : null;
    };
    expect(sound("https://desk.example.com/audio/0123456789abcdef-0123456789abcdef.wav")).toBe("/audio/0123456789abcdef-0123456789abcdef.wav");
    expect([sound("https://evil.example/x.wav"), sound("javascript:alert(1)"), sound("")]).toEqual([undefined, undefined, undefined]);
  });

  it("stops the prompt at a key, and writes the keys into the transcript once the line goes on", () => {
    const pressed = all(...answered, prompt(1), { kind: "pressed", key: "1" }, { kind: "pressed", key: "0" });
    expect([stage(pressed), pressed.keys]).toEqual(["quiet", "10"]);
    const next = after(pressed, prompt(2, "Thank you"));
    expect(next.lines.map((line) => [line.who, line.text])).toEqual([["service", "Welcome"], ["me", "10"], ["service", "Thank you"]]);
  });

  it("ignores that an older prompt was spoken", () => {
    expect(stage(all(...answered, prompt(1), prompt(2), { kind: "said", id: 1 }))).toBe("speaking");
  });

  it("stays with the person while prompts are spoken into the bridge", () => {
    const bridged = all(...answered, came({ type: "bridged" }), prompt(3), { kind: "said", id: 3 });
    expect([stage(bridged), live(bridged)]).toEqual(["bridged", true]);
  });

  it("ends once, and keeps the first reason", () => {
    const over = all(...answered, came({ type: "ended", reason: "The call is over." }), { kind: "hung up", reason: "@lost" });
    expect([stage(over), over.reason, live(over)]).toEqual(["ended", "The call is over.", false]);
  });

  it("shows a refusal to ring as the end of the call", () => {
    expect(all({ kind: "calling" }, came({ type: "error", text: "The line is engaged." })).reason).toBe("The line is engaged.");
  });
});

describe("the phone protocol", () => {
  it("never fails on nonsense", () => {
    expect(["", "[]", "3", "{}", '{"type":"dance"}', "null"].map(decode)).toEqual([null, null, null, null, null, null]);
  });

  it("names Chinese as browsers do", () => {
    expect(["cmn-Hans-CN", "cmn-CN", "zh", "zh-CN", "en-GB", ""].map(voiceTag)).toEqual(["zh-CN", "zh-CN", "zh-CN", "zh-CN", "en-GB", "en-US"]);
  });
});

describe("the pace of captions", () => {
  it("is about 14 letters or 5 Chinese characters a second, and never a blink", () => {
    expect(captionSeconds({ text: "x".repeat(140) })).toBe(10);
    expect(captionSeconds({ text: "x".repeat(140), rate: 0.8 })).toBe(12.5);
    expect(captionSeconds({ text: "您好您好您好您好您好" })).toBe(2);
    expect(captionSeconds({ text: "Hi" })).toBe(0.9);
  });

  it("prefers a local voice of the very tag, takes any of the language, and none of another", () => {
    const voices = [
      { lang: "en-GB", localService: true }, { lang: "zh_TW", localService: true }, { lang: "zh-CN", localService: false },
    ];
    expect(voiceFor(voices, "cmn-CN")?.lang).toBe("zh-CN");
    expect(voiceFor(voices, "en-US")?.lang).toBe("en-GB");
    expect(voiceFor(voices, "fr-FR")).toBeNull();
  });
});
