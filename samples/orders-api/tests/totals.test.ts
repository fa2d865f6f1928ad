import type { Order, OrderLine, OrderState } from "../src/orders/order";
import { totalsByState, totalsOf } from "../src/orders/totals";

function line(quantity: number, unitPriceCents: number): OrderLine {
  return { sku: "TEA-1", quantity, unitPriceCents };
}

function order(state: OrderState, ...lines: OrderLine[]): Order {
  return { id: state, customer: "Ada", lines, state, createdAt: "", changedAt: "" };
}

describe("totals of an order", () => {
  it("adds up lines and charges shipping on a small order", () => {
    expect(totalsOf([line(2, 1_000), line(1, 550)])).toEqual({
      pieces: 3,
      subtotalCents: 2_550,
      discountCents: 0,
      shippingCents: 490,
      totalCents: 3_040,
    });
  });

  it.each([
    [9, 0],
    [10, 500],
    [11, 550],
  ])("takes the bulk discount on %i pieces of one article: %i cents", (quantity, discountCents) => {
    expect(totalsOf([line(quantity, 1_000)]).discountCents).toBe(discountCents);
  });

  it("gives no bulk discount when ten pieces are spread over two lines", () => {
    expect(totalsOf([line(5, 1_000), line(5, 1_000)]).discountCents).toBe(0);
  });

  it("rounds the discount of each line down to a whole cent", () => {
    expect(totalsOf([line(10, 33), line(10, 33)]).discountCents).toBe(32);
  });

  it.each([
    [4_999, 490],
    [5_000, 0],
  ])("ships goods for %i cents at %i cents", (goods, shippingCents) => {
    expect(totalsOf([line(1, goods)]).shippingCents).toBe(shippingCents);
  });

  it("decides on free shipping after the discount, not before", () => {
    expect(totalsOf([line(10, 510)])).toMatchObject({ subtotalCents: 5_100, discountCents: 255, shippingCents: 490 });
  });
});

describe("totals by state", () => {
  it("lists every state, also without an order in it", () => {
    expect(totalsByState([])).toEqual({
      placed: { orders: 0, totalCents: 0 },
      paid: { orders: 0, totalCents: 0 },
      shipped: { orders: 0, totalCents: 0 },
      delivered: { orders: 0, totalCents: 0 },
      cancelled: { orders: 0, totalCents: 0 },
    });
  });

  it("sums what customers pay, shipping included", () => {
    const totals = totalsByState([order("paid", line(1, 1_000)), order("paid", line(1, 6_000)), order("placed", line(1, 10))]);

    expect(totals.paid).toEqual({ orders: 2, totalCents: 7_490 });
    expect(totals.placed).toEqual({ orders: 1, totalCents: 500 });
  });
});
