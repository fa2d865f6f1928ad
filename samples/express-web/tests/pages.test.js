"use strict";

const assert = require("node:assert/strict");
const { describe, it } = require("node:test");
const request = require("supertest");
const { createApp } = require("../src/app");
const { Board } = require("../src/board");

describe("the pages", () => {
  it("put up a notice and show it", async () => {
    const app = createApp();
    await request(app).post("/notices").type("form").send({ author: "Ada", text: "Tea at four" }).expect(303).expect("location", "/");
    const page = await request(app).get("/").expect(200).expect("content-type", /html/);
    assert.match(page.text, /Tea at four/);
    assert.match(page.text, /Ada, <time>/);
  });

  it("show what is found alone", async () => {
    const board = new Board();
    board.add("Ada", "Tea at four");
    board.add("Grace", "Lost: one moth");
    const page = await request(createApp(board)).get("/?q=moth").expect(200);
    assert.match(page.text, /one moth/);
    assert.doesNotMatch(page.text, /Tea/);
  });

  it("say what is wrong with a notice", async () => {
    const page = await request(createApp()).post("/notices").type("form").send({ author: "", text: "x" }).expect(400);
    assert.match(page.text, /Say who you are/);
  });

  it("make markup in a notice harmless", async () => {
    const board = new Board();
    board.add("Mallory", "<script>alert(1)</script>");
    const page = await request(createApp(board)).get("/");
    assert.doesNotMatch(page.text, /<script>/);
  });

  it("know what they do not have", async () => {
    await request(createApp()).get("/nowhere").expect(404);
  });
});
