// Who is told that the agent writes, and how often.
import { afterEach, describe, expect, it, vi } from "vitest";
import { api } from "../api/client";
import { Signs } from "./signs";

afterEach(() => void vi.restoreAllMocks());

describe("the agent's writing", () => {
  it("is told once in three seconds, in each conversation", () => {
    const told = vi.spyOn(api, "typing").mockResolvedValue(undefined as never);
    let now = 1000;
    const signs = new Signs(() => undefined, () => now);
    for (const ticket of ["one", "one", "two"]) signs.typing(ticket);
    now += 3000;
    signs.typing("one");
    expect(told.mock.calls.map(([ticket]) => ticket)).toEqual(["one", "two", "one"]);
  });
});
