import { describe, expect, it } from "vitest";
import { wishAndReason } from "./words";

describe("what a ticket is called", () => {
  it("names a complaint before what they came for first, and each once", () => {
    expect(wishAndReason("order_status", "complaint", "en")).toBe("Complaint · Order status");
    expect(wishAndReason("complaint", "complaint", "en")).toBe("Complaint");
    expect(wishAndReason("human_agent", "complaint", "zh")).toBe("投诉");
    expect(wishAndReason("order_status", "failures", "en").startsWith("Order status · ")).toBe(true);
  });
});
