import { describe, expect, it } from "vitest";
import type { Packet, ReadyReply } from "../api/types";
import { filled, known, openHole, searched, suggested } from "./replies";

const reply = (id: string, en: string, when: string[] = []): ReadyReply => ({ id, title: { en: id, zh: `中${id}` }, text: { en, zh: en }, when });
const packet = {
  customer: { name: "Avery", verified: true },
  facts: [{ name: "order_number", value: "10023", source: "customer" }],
  tried: [{ what: "order_status", outcome: "found", by: "bot", at: 1 }, { what: "start_return", outcome: "not_returnable", by: "bot", at: 2 }],
  goal: { intent: "start_return", text: null },
  why: { reason: "task", text: null },
} as unknown as Packet;

describe("ready-made replies", () => {
  it("are filled with what is known, and show what is not", () => {
    const text = filled(reply("a", "Hello {customer_name}, {agent_name} here about {order_number} and {return_number}."), "en", known(packet, "Amy"));
    expect(text).toBe("Hello Avery, Amy here about 10023 and {return_number}.");
    expect(text.slice(...openHole(text)!)).toBe("{return_number}");
    expect(openHole("nothing open")).toBeNull();
  });
  it("greet somebody unknown without a hole", () => {
    expect(filled(reply("a", "Hello {customer_name}, welcome."), "en", known(null, "Amy"))).toBe("Hello, welcome.");
  });
  it("are found by words of either language, those whose title begins so first", () => {
    const all = [reply("late", "the order is late"), reply("order", "about it"), reply("bye", "goodbye")];
    expect(searched(all, "order").map((one) => one.id)).toEqual(["order", "late"]);
    expect(searched(all, "中bye").map((one) => one.id)).toEqual(["bye"]);
    expect(searched(all, "")).toHaveLength(3);
    expect(searched(all, "order zebra")).toEqual([]);
  });
  it("are suggested for what was tried last, then for the goal", () => {
    const all = [reply("r", "", ["start_return"]), reply("n", "", ["not_returnable"]), reply("x", "", ["shop_down"]), reply("f", "", ["found"])];
    expect(suggested(all, packet).map((one) => one.id)).toEqual(["n", "f", "r"]);
    expect(suggested(all, null)).toEqual([]);
  });
  it("are not suggested against the facts: no order is called late that is not", () => {
    const late = { ...reply("late", "I am sorry that order {order_number} is late."), facts: { order_state: ["delayed", "lost"] } };
    const state = (value: string) => ({ ...packet, facts: [...packet.facts, { name: "order_state", value, source: "shop" }] }) as unknown as Packet;
    expect(suggested([late], state("delayed")).map((one) => one.id)).toEqual(["late"]);
    expect(suggested([late], state("shipped"))).toEqual([]);
    expect(suggested([late], packet)).toEqual([]);
    const verify = { ...reply("v", "Which e-mail?", ["mismatch"]), facts: { verified: ["no"] } };
    const wrong = [{ what: "verify_identity", outcome: "mismatch", by: "bot", at: 1 }];
    expect(suggested([verify], { ...packet, tried: wrong })).toEqual([]);
    expect(suggested([verify], { ...packet, tried: wrong, customer: { verified: false } }).map((one) => one.id)).toEqual(["v"]);
  });
  it("are not suggested for what was put right since, nor with a number that is not known", () => {
    const all = [reply("down", "", ["shop_down"]), reply("opened", "Its number is {return_number}.", ["start_return"])];
    const twice = [{ what: "order_status", outcome: "shop_down", by: "bot", at: 0 }, ...packet.tried];
    expect(suggested(all, { ...packet, tried: twice })).toEqual([]);
    expect(suggested(all, { ...packet, tried: twice.slice(0, 1) }).map((one) => one.id)).toEqual(["down"]);
  });
});
