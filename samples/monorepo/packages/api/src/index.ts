import { createApp } from "./app.js";

const app = createApp();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void app.close());
app.listen({ host: "0.0.0.0", port: Number(process.env["PORT"] ?? 3000) }).then(
  (address) => console.log(`listening on ${address}`),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
