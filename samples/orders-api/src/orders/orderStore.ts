import type { Order } from "./order";

/** Where orders are kept. The service knows no more of a database than this. */
export interface OrderStore {
  find(id: string): Order | undefined;
  save(order: Order): void;
  all(): readonly Order[];
}

export class MemoryOrderStore implements OrderStore {
  private readonly orders = new Map<string, Order>();

  find(id: string): Order | undefined {
    return this.orders.get(id);
  }

  save(order: Order): void {
    this.orders.set(order.id, order);
  }

  all(): readonly Order[] {
    return [...this.orders.values()];
  }
}
