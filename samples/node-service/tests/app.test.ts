import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createApp } from "../src/app.js";
import { Rates } from "../src/rates.js";

describe("the service", () => {
  it("counts events and tells their rate", async () => {
    const app = createApp(new Rates(() => 0));
    assert.equal((await app.inject({ method: "POST", url: "/events/login", payload: { times: 4 } })).statusCode, 202);
    const rate = await app.inject("/rates/login");
    assert.deepEqual(rate.json(), { name: "login", lastMinute: 4, perMinute: 4 });
    assert.equal((await app.inject("/rates")).json().length, 1);
  });

  it("refuses names and numbers that are none", async () => {
    const app = createApp();
    assert.equal((await app.inject({ method: "POST", url: "/events/UPPER", payload: {} })).statusCode, 400);
    assert.equal((await app.inject({ method: "POST", url: "/events/login", payload: { times: 0 } })).statusCode, 400);
  });

  it("does not know what was not counted", async () => {
    assert.equal((await createApp().inject("/rates/login")).statusCode, 404);
  });

  it("says that it is well", async () => {
    assert.deepEqual((await createApp().inject("/health")).json(), { status: "well" });
  });
});
