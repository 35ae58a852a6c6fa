// The desk's keys: plain letters never steal from typing, and an input method's Enter is never a command.
import { describe, expect, it } from "vitest";
import { actOf, type KeyLike } from "./shortcuts";

const key = (name: string, more: Partial<KeyLike> = {}): KeyLike => ({
  key: name, code: `Key${name.toUpperCase()}`, ctrlKey: false, altKey: false, metaKey: false, isComposing: false, ...more,
});

describe("actOf", () => {
  it("takes plain letters as acts only when nobody types", () => {
    expect(actOf(key("a"), false)).toBe("accept");
    expect(actOf(key("a"), true)).toBeNull();
    expect(actOf(key("?"), false)).toBe("help");
  });
  it("accepts by Ctrl or Alt with Enter even while typing", () => {
    expect(actOf(key("Enter", { ctrlKey: true }), true)).toBe("accept");
    expect(actOf(key("Enter", { altKey: true }), true)).toBe("accept");
    expect(actOf(key("Enter"), true)).toBeNull();
  });
  it("takes a conversation's letters alone, and with Alt even while typing, whatever letter the keyboard makes of it", () => {
    expect(actOf(key("t"), false)).toBe("pass");
    expect(actOf(key("t"), true)).toBeNull();
    expect(actOf(key("p"), false)).toBe("unrecorded");
    expect(actOf(key("π", { code: "KeyP", altKey: true }), true)).toBe("unrecorded");
    expect(actOf(key("†", { code: "KeyT", altKey: true }), true)).toBe("pass");
    expect(actOf(key("h", { altKey: true, ctrlKey: true }), true)).toBeNull();
  });
  it("leaves the keys of an input method alone", () => {
    expect(actOf(key("Enter", { ctrlKey: true, isComposing: true }), true)).toBeNull();
  });
  it("leaves the browser's own combinations alone", () => {
    expect(actOf(key("a", { ctrlKey: true }), false)).toBeNull();
    expect(actOf(key("k", { metaKey: true }), false)).toBeNull();
  });
});
