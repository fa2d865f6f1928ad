import { Router } from "express";
import type { Order } from "../orders/order";
import type { OrderService } from "../orders/orderService";
import { totalsOf } from "../orders/totals";
import { nextStates } from "../orders/transitions";
import { parseNewOrder, parseQuery, parseStateChange } from "./validation";

export function orderRoutes(service: OrderService): Router {
  const router = Router();

  router.post("/", (request, response) => {
    const order = service.place(parseNewOrder(request.body));
    response.status(201).location(`/orders/${order.id}`).json(describe(order));
  });

  router.get("/", (request, response) => {
    const query = parseQuery(request.query);
    const page = service.list(query);
    response.json({ orders: page.orders.map(describe), matching: page.matching, limit: query.limit, offset: query.offset });
  });

  // Before "/:id", which would take "totals" for an order's id.
  router.get("/totals", (_request, response) => {
    response.json(service.totals());
  });

  router.get("/:id", (request, response) => {
    response.json(describe(service.get(request.params.id)));
  });

  router.put("/:id/state", (request, response) => {
    response.json(describe(service.move(request.params.id, parseStateChange(request.body))));
  });

  return router;
}

function describe(order: Order): object {
  return { ...order, totals: totalsOf(order.lines), nextStates: nextStates(order.state) };
}
