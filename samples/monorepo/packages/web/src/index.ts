import { createServer } from "node:http";
import { page } from "./page.js";

const port = Number(process.env["PORT"] ?? 8080);
const server = createServer((_, answer) => answer.setHeader("Content-Type", "text/html; charset=utf-8").end(page([])));
server.listen(port, () => console.log(`listening on port ${port}`));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => server.close());
