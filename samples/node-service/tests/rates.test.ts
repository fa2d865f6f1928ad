import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Rates } from "../src/rates.js";

describe("rates", () => {
  it("count by minute", () => {
    let now = 0;
    const rates = new Rates(() => now);
    rates.count("login");
    now = 60_000;
    rates.count("login", 3);
    assert.deepEqual(rates.of("login"), { name: "login", lastMinute: 3, perMinute: 2 });
  });

  it("forget after an hour", () => {
    let now = 0;
    const rates = new Rates(() => now);
    rates.count("login", 100);
    now = 60 * 60_000;
    assert.deepEqual(rates.of("login"), { name: "login", lastMinute: 0, perMinute: 0 });
    rates.count("login");
    assert.equal(rates.of("login")?.perMinute, 1);
  });

  it("know nothing of what never happened", () => {
    assert.equal(new Rates().of("login"), undefined);
  });

  it("come in the order of their names", () => {
    const rates = new Rates(() => 0);
    for (const name of ["c", "a", "b"]) rates.count(name);
    assert.deepEqual(rates.all().map((x) => x.name), ["a", "b", "c"]);
  });
});
