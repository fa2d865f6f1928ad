import type { Express } from "express";
import request from "supertest";
import { createApp } from "../src/app";
import { OrderService } from "../src/orders/orderService";
import { MemoryOrderStore } from "../src/orders/orderStore";

interface OrderBody {
  id: string;
  state: string;
  totals: { totalCents: number };
  nextStates: string[];
}

const tea = { customer: "Ada", lines: [{ sku: "TEA-1", quantity: 2, unitPriceCents: 300 }] };

let app: Express;

beforeEach(() => {
  app = createApp(new OrderService(new MemoryOrderStore()));
});

async function place(body: object = tea): Promise<OrderBody> {
  const response = await request(app).post("/orders").send(body).expect(201);
  return response.body as OrderBody;
}

describe("GET /health", () => {
  it("is well", async () => {
    const response = await request(app).get("/health").expect(200);

    expect(response.body).toMatchObject({ status: "ok" });
  });
});

describe("POST /orders", () => {
  it("answers with the order, its totals and where to find it", async () => {
    const response = await request(app).post("/orders").send(tea).expect(201);
    const order = response.body as OrderBody;

    expect(order).toMatchObject({ ...tea, state: "placed", nextStates: ["paid", "cancelled"], totals: { totalCents: 1_090 } });
    expect(response.headers.location).toBe(`/orders/${order.id}`);
  });

  it("explains what is wrong with the fields", async () => {
    const response = await request(app).post("/orders").send({ customer: "Ada", lines: [] }).expect(400);

    expect(response.type).toBe("application/problem+json");
    expect(JSON.parse(response.text)).toMatchObject({
      title: "Invalid request",
      errors: [{ field: "lines", message: "must be a list of 1 to 100 lines" }],
    });
  });

  it("explains what is wrong with the JSON", async () => {
    const response = await request(app).post("/orders").type("json").send("{").expect(400);

    expect(JSON.parse(response.text)).toMatchObject({ status: 400, title: "Invalid request" });
  });

  it("refuses a body beyond 64 kB", async () => {
    await request(app)
      .post("/orders")
      .send({ ...tea, note: "x".repeat(70_000) })
      .expect(413);
  });
});

describe("GET /orders", () => {
  it("lists a page of orders in one state", async () => {
    await place();
    const paid = await place();
    await request(app).put(`/orders/${paid.id}/state`).send({ state: "paid" }).expect(200);

    const response = await request(app).get("/orders").query({ state: "paid", limit: 5 }).expect(200);

    expect(response.body).toMatchObject({ orders: [{ id: paid.id, state: "paid" }], matching: 1, limit: 5, offset: 0 });
  });

  it("refuses a state that does not exist", async () => {
    await request(app).get("/orders").query({ state: "lost" }).expect(400);
  });
});

describe("GET /orders/totals", () => {
  it("sums orders by state", async () => {
    await place();
    await place();

    const response = await request(app).get("/orders/totals").expect(200);

    expect(response.body).toMatchObject({ placed: { orders: 2, totalCents: 2_180 }, paid: { orders: 0 } });
  });
});

describe("GET /orders/:id", () => {
  it("reads back what was placed", async () => {
    const order = await place();

    const response = await request(app).get(`/orders/${order.id}`).expect(200);

    expect(response.body).toEqual(order);
  });

  it("says that an order does not exist", async () => {
    const response = await request(app).get("/orders/lost").expect(404);

    expect(JSON.parse(response.text)).toMatchObject({ detail: "There is no order lost." });
  });
});

describe("PUT /orders/:id/state", () => {
  it("moves an order and tells what comes next", async () => {
    const order = await place();

    const response = await request(app).put(`/orders/${order.id}/state`).send({ state: "paid" }).expect(200);

    expect(response.body).toMatchObject({ state: "paid", nextStates: ["shipped", "cancelled"] });
  });

  it("refuses a jump with the reason", async () => {
    const order = await place();

    const response = await request(app).put(`/orders/${order.id}/state`).send({ state: "delivered" }).expect(409);

    expect(JSON.parse(response.text)).toMatchObject({ title: "State change refused" });
  });
});

describe("anything else", () => {
  it("is not found, and says what was asked", async () => {
    const response = await request(app).delete("/nowhere").expect(404);

    expect(JSON.parse(response.text)).toMatchObject({ detail: "Nothing answers DELETE /nowhere." });
  });

  it("does not tell a client about a fault inside", async () => {
    const log = jest.spyOn(console, "error").mockImplementation(() => undefined);
    const broken = new MemoryOrderStore();
    jest.spyOn(broken, "all").mockImplementation(() => {
      throw new Error("disk on fire");
    });

    const response = await request(createApp(new OrderService(broken))).get("/orders").expect(500);

    expect(response.text).not.toContain("disk on fire");
    expect(log).toHaveBeenCalledWith(expect.objectContaining({ message: "disk on fire" }));
    log.mockRestore();
  });
});
