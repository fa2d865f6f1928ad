import { createApp } from "./app.js";

const app = createApp();
const port = Number(process.env["PORT"] ?? 3000);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void app.close());
start().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

async function start(): Promise<void> {
  await app.listen({ host: "0.0.0.0", port });
  console.log(`listening on port ${port}`);
}
