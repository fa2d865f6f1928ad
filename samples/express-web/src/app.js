"use strict";

const path = require("node:path");
const compression = require("compression");
const express = require("express");
const { Board } = require("./board");

/** The pages, over a board. */
function createApp(board = new Board()) {
  const app = express();
  app.disable("x-powered-by");
  app.set("views", path.join(__dirname, "..", "views"));
  app.set("view engine", "ejs");
  app.use(compression());
  app.use(express.static(path.join(__dirname, "..", "public"), { maxAge: "1h" }));
  app.use(express.urlencoded({ extended: false, limit: "10kb" }));

  app.get("/", (request, response) => {
    const word = typeof request.query.q === "string" ? request.query.q : "";
    response.render("board", { word, notices: board.find(word), problem: undefined });
  });
  app.post("/notices", (request, response) => {
    const problem = board.add(request.body?.author, request.body?.text);
    if (problem) response.status(400).render("board", { word: "", notices: board.find(), problem });
    else response.redirect(303, "/");
  });
  app.use((request, response) => {
    response.status(404).type("text").send("There is no such page.\n");
  });
  return app;
}

module.exports = { createApp };
