// What an agent has begun to write.
import { describe, expect, it } from "vitest";
import { Drafts } from "./drafts";

function tab(): Storage {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) } as Storage;
}

describe("drafts", () => {
  it("are there again after a reload, each with whom it is for", () => {
    const kept = tab();
    const drafts = new Drafts(kept);
    drafts.keep("one", { text: "Hello" });
    drafts.keep("two", { text: "Sounds upset", toColleagues: true });
    drafts.keep("two", { result: "solved" });
    const again = new Drafts(kept);
    expect(again.of("one")).toMatchObject({ text: "Hello", toColleagues: false });
    expect(again.of("two")).toMatchObject({ text: "Sounds upset", toColleagues: true, result: "solved" });
  });
  it("of conversations that are gone are gone, in the tab's storage, too", () => {
    const kept = tab();
    const drafts = new Drafts(kept);
    drafts.keep("one", { text: "Hello" });
    drafts.only([], () => null);
    expect(new Drafts(kept).of("one").text).toBe("");
  });
  it("of a conversation that was taken away are set aside to be copied, and are there again when it comes back", () => {
    const kept = tab();
    const drafts = new Drafts(kept);
    drafts.keep("one", { text: "Your parcel is", unsent: [{ key: "k", text: "One moment.", at: 1 }] });
    drafts.keep("two", { text: "  " });
    drafts.only(["three"], (ticket) => (ticket === "one" ? "Avery" : ""));
    expect(drafts.aside()).toEqual([{ ticket: "one", text: "One moment.\nYour parcel is", name: "Avery" }]);
    const again = new Drafts(kept);
    again.only([], () => null);
    expect(again.aside(), "also after the page was loaded anew").toHaveLength(1);
    again.only(["one"], () => null);
    expect([again.aside(), again.of("one").text]).toEqual([[], "One moment.\nYour parcel is"]);
    again.only([], () => "");
    again.forget("one");
    expect([again.aside(), new Drafts(kept).aside()]).toEqual([[], []]);
  });
  it("a note that failed comes back as a note, never as a message", () => {
    const drafts = new Drafts(null);
    drafts.keep("one", { text: "Dear Avery" });
    drafts.giveBack("one", "Sounds upset");
    expect(drafts.of("one")).toMatchObject({ text: "Sounds upset\nDear Avery", toColleagues: true });
  });
  it("of another version of the page are read as far as they are drafts", () => {
    const kept = { getItem: () => JSON.stringify([1, null, ["two"], ["three", { text: 3 }], ["four", { text: "Hello" }], ["five", null], ["six", { text: "Hi", unsent: "Hi" }]]) };
    const drafts = new Drafts(kept as unknown as Storage);
    expect(drafts.of("four")).toEqual({ text: "Hello", toColleagues: false, result: null, note: "", unsent: [], aside: null });
    for (const other of ["two", "three", "five", "six"]) expect(drafts.of(other).text).toBe("");
  });
  it("live as long as the page where the storage is broken or holds something else", () => {
    const drafts = new Drafts({ getItem: () => "{", setItem: () => { throw new Error("full"); } } as unknown as Storage);
    drafts.keep("one", { text: "Hello" });
    expect(drafts.of("one").text).toBe("Hello");
  });
});
