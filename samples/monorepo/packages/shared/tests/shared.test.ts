import assert from "node:assert/strict";
import { it } from "node:test";
import { delayBefore, jobName } from "../src/index.js";

it("waits longer each time, and gives up", () => {
  assert.deepEqual([0, 1, 2, 4, 5].map((x) => delayBefore(x)), [500, 1000, 2000, 8000, undefined]);
  assert.equal(delayBefore(20, 30), 60_000);
});

it("knows names of jobs", () => {
  assert.equal(jobName("send-mail"), "send-mail");
  for (const bad of ["", "Send", "1st", 3, undefined]) assert.equal(jobName(bad), undefined);
});
