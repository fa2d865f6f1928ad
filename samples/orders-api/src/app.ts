import express, { type Express } from "express";
import { orderRoutes } from "./http/orderRoutes";
import { routeNotFound, sendProblem } from "./http/problem";
import type { OrderService } from "./orders/orderService";

export function createApp(service: OrderService): Express {
  const app = express();
  app.disable("x-powered-by");
  app.use(express.json({ limit: "64kb" }));

  app.get("/health", (_request, response) => {
    response.json({ status: "ok", uptimeSeconds: Math.round(process.uptime()) });
  });
  app.use("/orders", orderRoutes(service));

  app.use(routeNotFound);
  app.use(sendProblem);
  return app;
}
