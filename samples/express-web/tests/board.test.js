"use strict";

const assert = require("node:assert/strict");
const { describe, it } = require("node:test");
const { Board } = require("../src/board");

describe("a board", () => {
  it("shows the newest notice first", () => {
    const board = new Board();
    board.add("Ada", "one");
    board.add("Grace", "two");
    assert.deepEqual(board.find().map((x) => x.text), ["two", "one"]);
  });

  it("finds words of texts and authors, in any case", () => {
    const board = new Board();
    board.add("Ada", "Tea at four");
    board.add("Grace", "Lost: one moth");
    assert.deepEqual(board.find("TEA").map((x) => x.author), ["Ada"]);
    assert.deepEqual(board.find("grace").map((x) => x.author), ["Grace"]);
    assert.deepEqual(board.find("nothing"), []);
  });

  it("refuses notices without author or text, and long ones", () => {
    const board = new Board();
    for (const [author, text] of [["", "x"], ["Ada", " "], [undefined, "x"], ["a".repeat(41), "x"], ["Ada", "x".repeat(501)]])
      assert.notEqual(board.add(author, text), undefined);
    assert.equal(board.find().length, 0);
  });

  it("keeps a hundred", () => {
    const board = new Board(() => new Date(0));
    for (let i = 0; i < 120; i++) board.add("Ada", `notice ${i}`);
    assert.equal(board.find().length, 100);
    assert.equal(board.find()[0].text, "notice 119");
  });
});
