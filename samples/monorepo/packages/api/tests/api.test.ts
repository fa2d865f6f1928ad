import assert from "node:assert/strict";
import { it } from "node:test";
import { createApp } from "../src/app.js";

it("takes jobs in", async () => {
  const app = createApp();
  const answer = await app.inject({ method: "POST", url: "/jobs/send-mail", payload: { payload: "Ada" } });
  assert.equal(answer.statusCode, 201);
  assert.deepEqual((await app.inject("/jobs")).json(), [{ id: 1, name: "send-mail", payload: "Ada", attempts: 0 }]);
});

it("refuses what is no job", async () => {
  assert.equal((await createApp().inject({ method: "POST", url: "/jobs/UPPER", payload: {} })).statusCode, 400);
});
