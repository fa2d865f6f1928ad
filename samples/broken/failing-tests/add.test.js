"use strict";

const assert = require("node:assert/strict");
const { it } = require("node:test");
const add = require("./add");

it("adds", () => assert.equal(add(1, 2), 3));
