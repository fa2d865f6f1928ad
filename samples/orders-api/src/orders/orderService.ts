import { randomUUID } from "node:crypto";
import { OrderNotFound, TransitionRefused } from "./errors";
import type { NewOrder, Order, OrderState } from "./order";
import type { OrderStore } from "./orderStore";
import { totalsByState, type StateTotals } from "./totals";
import { canMove } from "./transitions";

export interface OrderPage {
  readonly orders: readonly Order[];
  readonly matching: number;
}

export interface OrderQuery {
  readonly state?: OrderState;
  readonly limit: number;
  readonly offset: number;
}

export class OrderService {
  constructor(
    private readonly store: OrderStore,
    private readonly now: () => Date = () => new Date(),
    private readonly newId: () => string = randomUUID,
  ) {}

  place(draft: NewOrder): Order {
    const at = this.now().toISOString();
    const order: Order = { id: this.newId(), ...draft, state: "placed", createdAt: at, changedAt: at };
    this.store.save(order);
    return order;
  }

  get(id: string): Order {
    const order = this.store.find(id);
    if (order === undefined) {
      throw new OrderNotFound(id);
    }
    return order;
  }

  list(query: OrderQuery): OrderPage {
    const matching = this.store.all().filter((order) => query.state === undefined || order.state === query.state);
    return { orders: matching.slice(query.offset, query.offset + query.limit), matching: matching.length };
  }

  /** Moving to the state that an order already has is no error: a client may repeat a request whose answer it lost. */
  move(id: string, to: OrderState): Order {
    const order = this.get(id);
    if (order.state === to) {
      return order;
    }
    if (!canMove(order.state, to)) {
      throw new TransitionRefused(order.state, to);
    }
    const moved: Order = { ...order, state: to, changedAt: this.now().toISOString() };
    this.store.save(moved);
    return moved;
  }

  totals(): Record<OrderState, StateTotals> {
    return totalsByState(this.store.all());
  }
}
