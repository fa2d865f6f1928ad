import type { OrderState } from "./order";
import { nextStates } from "./transitions";

export class OrderNotFound extends Error {
  constructor(readonly id: string) {
    super(`There is no order ${id}.`);
  }
}

export class TransitionRefused extends Error {
  constructor(
    readonly from: OrderState,
    readonly to: OrderState,
  ) {
    const next = nextStates(from);
    const choice = next.length === 0 ? "it is final" : `it can become ${next.join(" or ")}`;
    super(`An order that is ${from} cannot become ${to}: ${choice}.`);
  }
}
