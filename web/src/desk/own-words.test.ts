// A voice message left by a caller, as the desk shows it.
import { describe, expect, it } from "vitest";
import { ownWords, voiceMessage } from "./own-words";

const NAME = `RE${"0a".repeat(16)}`;

describe("what a customer said", () => {
  it("names a voice message by its length, in the reader's language, and not by its file", () => {
    for (const text of [`Voice message, 5 s, ${NAME}`, `语音留言， 5 s, ${NAME}`]) {
      expect(voiceMessage(text)).toBe(NAME);
      expect(ownWords(text, "en")).toBe("Voice message, 5 s");
      expect(ownWords(text, "zh")).toBe("语音留言，5 秒");
    }
  });

  it("leaves other words as they are, whatever is in them", () => {
    for (const text of ["my order 10024", `see ${NAME}, 5 s`, ""]) {
      expect(voiceMessage(text)).toBeNull();
      expect(ownWords(text, "zh")).toBe(text);
    }
  });
});
