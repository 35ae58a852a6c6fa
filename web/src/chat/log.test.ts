// How messages stand together in the chat's log.
import { describe, expect, it } from "vitest";
import { turns } from "./log";
import type { Message } from "./protocol";

const wrote = (id: string, sent: "arrived" | "lost"): Message => ({ id, from: "customer", text: id, at: 1000, sent });

describe("a speaker's messages", () => {
  it("stand together, but one that was not sent stands alone: it is plain which one to send again", () => {
    const all = [wrote("a", "arrived"), wrote("b", "arrived"), wrote("c", "lost"), wrote("d", "lost"), wrote("e", "arrived")];
    expect(turns(all).map((turn) => turn.map((one) => one.id).join(""))).toEqual(["ab", "c", "d", "e"]);
  });
});
