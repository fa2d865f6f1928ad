import type { OrderState } from "./order";

const allowed: Readonly<Record<OrderState, readonly OrderState[]>> = {
  placed: ["paid", "cancelled"],
  paid: ["shipped", "cancelled"],
  shipped: ["delivered"],
  delivered: [],
  cancelled: [],
};

export function nextStates(state: OrderState): readonly OrderState[] {
  return allowed[state];
}

export function canMove(from: OrderState, to: OrderState): boolean {
  return allowed[from].includes(to);
}
