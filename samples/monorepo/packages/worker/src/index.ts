import { setTimeout as wait } from "node:timers/promises";
import { Queue } from "./queue.js";

const queue = new Queue(async (job) => console.log(`did ${job.name} ${job.id}`), (ms) => wait(ms));
let next = 1;
const beat = setInterval(() => void queue.run({ id: next++, name: "beat", payload: "", attempts: 0 }), 1000);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => clearInterval(beat));
console.log("waiting for jobs");
