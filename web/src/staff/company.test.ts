import { describe, expect, it } from "vitest";
import { reasonIn } from "./company";

describe("the company's reason", () => {
  it("is one of those we know, or none", () => {
    expect(reasonIn("#login=no_role")).toBe("no_role");
    for (const hash of ["", "#", "#login=", "#login=<b>", "#other=no_role"]) expect(reasonIn(hash)).toBeNull();
  });
});
