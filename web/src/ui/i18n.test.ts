import { describe, expect, it } from "vitest";
import { asLang, dictionary, htmlLang } from "./i18n";

describe("dictionary", () => {
  const words = dictionary({ hi: "Hello", left: (count: number) => `${count} left` }, { hi: "你好", left: (count) => `还剩 ${count}` });

  it("speaks the language asked for", () => {
    expect(words("en").hi).toBe("Hello");
    expect(words("zh").left(2)).toBe("还剩 2");
  });

  it("refuses a Chinese dictionary that lacks a key of the English one", () => {
    // @ts-expect-error: "bye" is missing, so this must not compile.
    dictionary({ hi: "Hello", bye: "Bye" }, { hi: "你好" });
  });
});

describe("asLang", () => {
  it("knows every way to write a language it speaks, and says null to the others", () => {
    expect([asLang("zh-Hans-CN"), asLang("zh"), asLang("en-GB"), asLang("fr"), asLang(null)]).toEqual(["zh", "zh", "en", null, null]);
    expect([htmlLang("zh"), htmlLang("en"), htmlLang("")]).toEqual(["zh-CN", "en", "en"]);
  });
});
