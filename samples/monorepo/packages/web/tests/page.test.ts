import assert from "node:assert/strict";
import { it } from "node:test";
import { page } from "../src/page.js";

it("shows jobs, and nothing that their names bring along", () => {
  const html = page([{ id: 1, name: "<b>", payload: "", attempts: 2 }]);
  assert.match(html, /<h1>1 jobs<\/h1>/);
  assert.match(html, /&lt;b&gt;/);
});
