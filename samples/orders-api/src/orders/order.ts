export const orderStates = ["placed", "paid", "shipped", "delivered", "cancelled"] as const;

export type OrderState = (typeof orderStates)[number];

export interface OrderLine {
  readonly sku: string;
  readonly quantity: number;
  /** Price of one piece in cents: whole numbers, so that sums never drift. */
  readonly unitPriceCents: number;
}

export interface Order {
  readonly id: string;
  readonly customer: string;
  readonly lines: readonly OrderLine[];
  readonly state: OrderState;
  readonly createdAt: string;
  readonly changedAt: string;
}

/** What a customer sends; everything else about an order is decided here. */
export type NewOrder = Pick<Order, "customer" | "lines">;

export function isOrderState(value: unknown): value is OrderState {
  return orderStates.some((state) => state === value);
}
