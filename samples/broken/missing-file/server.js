"use strict";

const { readFileSync } = require("node:fs");
const { createServer } = require("node:http");

const config = JSON.parse(readFileSync("/app/config/default.json", "utf8"));
createServer((_, answer) => answer.end("well\n")).listen(config.port, () => console.log("listening"));
