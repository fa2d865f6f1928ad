import { OrderNotFound, TransitionRefused } from "../src/orders/errors";
import { orderStates, type OrderState } from "../src/orders/order";
import { OrderService } from "../src/orders/orderService";
import { MemoryOrderStore } from "../src/orders/orderStore";
import { canMove, nextStates } from "../src/orders/transitions";

const draft = { customer: "Ada", lines: [{ sku: "TEA-1", quantity: 1, unitPriceCents: 300 }] };

function serviceAt(...times: string[]): OrderService {
  let ids = 0;
  return new OrderService(
    new MemoryOrderStore(),
    () => new Date(times.shift() ?? "2024-01-01T00:00:00Z"),
    () => `order-${++ids}`,
  );
}

describe("placing and reading orders", () => {
  it("gives a new order an id, a time and the first state", () => {
    const order = serviceAt("2024-03-01T08:00:00Z").place(draft);

    expect(order).toEqual({
      id: "order-1",
      ...draft,
      state: "placed",
      createdAt: "2024-03-01T08:00:00.000Z",
      changedAt: "2024-03-01T08:00:00.000Z",
    });
  });

  it("names the id of an order that does not exist", () => {
    expect(() => serviceAt().get("lost")).toThrow(new OrderNotFound("lost"));
  });

  it("pages through orders in the order of their arrival and counts all that match", () => {
    const service = serviceAt();
    ["a", "b", "c"].forEach((customer) => service.place({ ...draft, customer }));

    const page = service.list({ limit: 1, offset: 1 });

    expect(page.orders.map((order) => order.customer)).toEqual(["b"]);
    expect(page.matching).toBe(3);
  });

  it("lists only orders in the state asked for", () => {
    const service = serviceAt();
    service.place(draft);
    service.move(service.place(draft).id, "paid");

    expect(service.list({ state: "paid", limit: 10, offset: 0 }).orders.map((order) => order.id)).toEqual(["order-2"]);
  });
});

describe("moving an order through its states", () => {
  it("goes the whole way from placed to delivered", () => {
    const service = serviceAt();
    const { id } = service.place(draft);

    const way = (["paid", "shipped", "delivered"] as const).map((state) => service.move(id, state).state);

    expect(way).toEqual(["paid", "shipped", "delivered"]);
    expect(service.get(id).state).toBe("delivered");
  });

  it("notes when the state changed and keeps when the order was placed", () => {
    const service = serviceAt("2024-03-01T08:00:00Z", "2024-03-02T09:00:00Z");

    const moved = service.move(service.place(draft).id, "paid");

    expect(moved.createdAt).toBe("2024-03-01T08:00:00.000Z");
    expect(moved.changedAt).toBe("2024-03-02T09:00:00.000Z");
  });

  it("takes a repeated request for the state it already has as done", () => {
    const service = serviceAt("2024-03-01T08:00:00Z", "2024-03-02T09:00:00Z");
    const order = service.place(draft);

    expect(service.move(order.id, "placed")).toEqual(order);
  });

  it("says what is possible when it refuses", () => {
    const service = serviceAt();
    const { id } = service.place(draft);

    expect(() => service.move(id, "delivered")).toThrow("An order that is placed cannot become delivered: it can become paid or cancelled.");
    expect(() => service.move(id, "delivered")).toThrow(TransitionRefused);
    expect(service.get(id).state).toBe("placed");
  });

  it("says that a final state is final", () => {
    const service = serviceAt();
    const { id } = service.place(draft);
    service.move(id, "cancelled");

    expect(() => service.move(id, "paid")).toThrow("An order that is cancelled cannot become paid: it is final.");
  });

  it.each<[OrderState, boolean]>([
    ["placed", true],
    ["paid", true],
    ["shipped", false],
    ["delivered", false],
  ])("lets an order that is %s be cancelled: %s", (state, possible) => {
    expect(canMove(state, "cancelled")).toBe(possible);
  });

  it("never leads back to the first state", () => {
    expect(orderStates.flatMap(nextStates)).not.toContain("placed");
  });
});
