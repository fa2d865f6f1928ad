import assert from "node:assert/strict";
import { it } from "node:test";
import { Queue } from "../src/queue.js";

const job = { id: 1, name: "send-mail", payload: "", attempts: 0 };

it("tries again until it works", async () => {
  let left = 2;
  const waits: number[] = [];
  const queue = new Queue(async () => { if (left-- > 0) throw new Error("not yet"); }, async (ms) => void waits.push(ms));
  await queue.run(job);
  assert.deepEqual(queue.done, [{ ...job, attempts: 3 }]);
  assert.deepEqual(waits, [1000, 2000]);
});

it("gives up in the end", async () => {
  const queue = new Queue(async () => { throw new Error("never"); }, async () => {});
  await queue.run(job);
  assert.deepEqual([queue.done, queue.dead], [[], [{ ...job, attempts: 5 }]]);
});
