// What a reload of the tab must not lose, and what it must not bring back.
import { expect, test } from "vitest";
import type { Message } from "./protocol";
import { keepUnsent, unsentIn } from "./unsent";

class Tab implements Storage {
  private readonly all = new Map<string, string>();
  constructor(private readonly full = false) {}
  get length(): number {
    return this.all.size;
  }
  clear(): void {
    this.all.clear();
  }
  getItem(key: string): string | null {
    return this.all.get(key) ?? null;
  }
  key(at: number): string | null {
    return [...this.all.keys()][at] ?? null;
  }
  removeItem(key: string): void {
    this.all.delete(key);
  }
  setItem(key: string, value: string): void {
    if (this.full) throw new Error("QuotaExceededError");
    this.all.set(key, value);
  }
}

const AT = 1_000_000_000;
const said = (id: string, at = AT): Message => ({ id, from: "customer", text: "where is my order", at, sent: "lost" });

test("what was on its way and what stood in the box are there again", () => {
  const tab = new Tab();
  keepUnsent(tab, { draft: "and the oth", messages: [said("a"), { ...said("b"), payload: "/affirm" }] });
  const found = unsentIn(tab, AT + 5000);
  expect(found.draft).toBe("and the oth");
  expect(found.messages.map(({ id, sent, payload }) => [id, sent, payload])).toEqual([["a", "sending", undefined], ["b", "sending", "/affirm"]]);
});

test("what is old is not sent by itself any more", () => {
  const tab = new Tab();
  keepUnsent(tab, { draft: "", messages: [said("old", AT - 31 * 60_000), said("new")] });
  expect(unsentIn(tab, AT).messages.map((one) => one.id)).toEqual(["new"]);
});

test("nothing is left behind when all has arrived", () => {
  const tab = new Tab();
  keepUnsent(tab, { draft: "x", messages: [] });
  keepUnsent(tab, { draft: "", messages: [] });
  expect(tab.length).toBe(0);
});

test("another page's leavings, no storage and a full one do no harm", () => {
  const tab = new Tab();
  for (const kept of ["{", "[]", "null", '{"draft":1}', '{"draft":"","messages":[{"id":"a","from":"bot","text":"hi","at":1},null,7]}']) {
    tab.setItem("frontdesk.unsent", kept);
    expect(unsentIn(tab, AT)).toEqual({ draft: "", messages: [] });
  }
  expect(unsentIn(null, AT)).toEqual({ draft: "", messages: [] });
  keepUnsent(null, { draft: "x", messages: [] });
  keepUnsent(new Tab(true), { draft: "x", messages: [] });
});
