import type { AddressInfo } from "node:net";
import { createApp } from "./app";
import { portFrom } from "./config";
import { closeGracefully } from "./http/shutdown";
import { OrderService } from "./orders/orderService";
import { MemoryOrderStore } from "./orders/orderStore";

const graceMilliseconds = 8_000;

const app = createApp(new OrderService(new MemoryOrderStore()));
const server = app.listen(portFrom(process.env), (error?: Error) => {
  if (error) {
    throw error;
  }
  console.log(`orders-api listens on port ${(server.address() as AddressInfo).port}`);
});

// A container's first process gets no default signal handling, so both are handled here.
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    console.log(`orders-api received ${signal}, finishing running requests`);
    closeGracefully(server, graceMilliseconds).then(
      () => console.log("orders-api stopped"),
      (error: unknown) => {
        console.error(error);
        process.exitCode = 1;
      },
    );
  });
}
