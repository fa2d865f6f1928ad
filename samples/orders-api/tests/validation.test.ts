import { InvalidRequest } from "../src/http/problem";
import { parseNewOrder, parseQuery, parseStateChange } from "../src/http/validation";

const line = { sku: "TEA-1", quantity: 2, unitPriceCents: 300 };

function fieldsOf(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof InvalidRequest) {
      return error.errors.map((found) => found.field);
    }
    throw error;
  }
  return [];
}

describe("a new order", () => {
  it("keeps known fields only and trims the customer", () => {
    const order = parseNewOrder({ customer: "  Ada ", lines: [{ ...line, gift: true }], state: "delivered" });

    expect(order).toEqual({ customer: "Ada", lines: [line] });
  });

  it.each([undefined, null, 7, "text", [], {}])("is refused when the body is %p", (body) => {
    expect(fieldsOf(() => parseNewOrder(body))).toEqual(["customer", "lines"]);
  });

  it("tells every problem at once, each with its place", () => {
    const body = { customer: " ", lines: [line, { sku: "tea", quantity: 0, unitPriceCents: 1.5 }] };

    expect(fieldsOf(() => parseNewOrder(body))).toEqual(["customer", "lines[1].sku", "lines[1].quantity", "lines[1].unitPriceCents"]);
  });

  it.each([
    ["quantity", 0],
    ["quantity", 1_001],
    ["quantity", "2"],
    ["quantity", Number.NaN],
    ["unitPriceCents", -1],
    ["unitPriceCents", 10_000_001],
    ["sku", "A"],
    ["sku", "-TEA"],
    ["sku", "T".repeat(33)],
  ])("refuses a line with %s %p", (field, value) => {
    expect(fieldsOf(() => parseNewOrder({ customer: "Ada", lines: [{ ...line, [field]: value }] }))).toEqual([`lines[0].${field}`]);
  });

  it("takes a hundred lines and no more", () => {
    expect(parseNewOrder({ customer: "Ada", lines: Array(100).fill(line) }).lines).toHaveLength(100);
    expect(fieldsOf(() => parseNewOrder({ customer: "Ada", lines: Array(101).fill(line) }))).toEqual(["lines"]);
  });
});

describe("a state change", () => {
  it("takes a known state", () => {
    expect(parseStateChange({ state: "paid" })).toBe("paid");
  });

  it("lists the states when it gets another one", () => {
    expect(() => parseStateChange({ state: "lost" })).toThrow("state must be one of placed, paid, shipped, delivered, cancelled");
  });
});

describe("a list query", () => {
  it("has defaults", () => {
    expect(parseQuery({})).toEqual({ limit: 20, offset: 0 });
  });

  it("reads what is given", () => {
    expect(parseQuery({ state: "paid", limit: "5", offset: "10" })).toEqual({ state: "paid", limit: 5, offset: 10 });
  });

  it.each([
    [{ limit: "0" }, "limit"],
    [{ limit: "101" }, "limit"],
    [{ limit: "1e1" }, "limit"],
    [{ offset: "-1" }, "offset"],
    [{ offset: ["1", "2"] }, "offset"],
    [{ state: "lost" }, "state"],
  ])("refuses %j", (query, field) => {
    expect(fieldsOf(() => parseQuery(query))).toEqual([field]);
  });
});
