import { orderStates, type Order, type OrderLine, type OrderState } from "./order";

export interface OrderTotals {
  readonly pieces: number;
  readonly subtotalCents: number;
  readonly discountCents: number;
  readonly shippingCents: number;
  readonly totalCents: number;
}

export interface StateTotals {
  readonly orders: number;
  readonly totalCents: number;
}

const bulkQuantity = 10;
const bulkDiscountPercent = 5;
const freeShippingFromCents = 5_000;
const shippingCents = 490;

export function totalsOf(lines: readonly OrderLine[]): OrderTotals {
  const pieces = sum(lines.map((line) => line.quantity));
  const subtotalCents = sum(lines.map(lineCents));
  const discountCents = sum(lines.map(bulkDiscountCents));
  const goodsCents = subtotalCents - discountCents;
  const shipping = goodsCents >= freeShippingFromCents ? 0 : shippingCents;
  return { pieces, subtotalCents, discountCents, shippingCents: shipping, totalCents: goodsCents + shipping };
}

/** Every state is listed, also one without orders, so that a dashboard needs no special case. */
export function totalsByState(orders: readonly Order[]): Record<OrderState, StateTotals> {
  const totals = Object.fromEntries(orderStates.map((state) => [state, { orders: 0, totalCents: 0 }]));
  for (const order of orders) {
    const before = totals[order.state] ?? { orders: 0, totalCents: 0 };
    totals[order.state] = {
      orders: before.orders + 1,
      totalCents: before.totalCents + totalsOf(order.lines).totalCents,
    };
  }
  return totals as Record<OrderState, StateTotals>;
}

function lineCents(line: OrderLine): number {
  return line.quantity * line.unitPriceCents;
}

/** Rounded down to a whole cent for each line: the invoice shows lines, and they must add up. */
function bulkDiscountCents(line: OrderLine): number {
  return line.quantity < bulkQuantity ? 0 : Math.floor((lineCents(line) * bulkDiscountPercent) / 100);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
