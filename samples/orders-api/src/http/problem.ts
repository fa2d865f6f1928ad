import type { NextFunction, Request, Response } from "express";
import { OrderNotFound, TransitionRefused } from "../orders/errors";

export interface FieldError {
  readonly field: string;
  readonly message: string;
}

export class InvalidRequest extends Error {
  constructor(readonly errors: readonly FieldError[]) {
    super(errors.map((error) => `${error.field} ${error.message}`).join("; "));
  }
}

interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
}

export function routeNotFound(request: Request, response: Response): void {
  send(response, { status: 404, title: "Not found", detail: `Nothing answers ${request.method} ${request.path}.` });
}

/** Express tells an error handler by its four parameters, so the last one stays although it is not used. */
export function sendProblem(error: unknown, _request: Request, response: Response, _next: NextFunction): void {
  const problem = problemOf(error);
  if (problem.status >= 500) {
    console.error(error);
  }
  send(response, problem);
}

function problemOf(error: unknown): Problem {
  if (error instanceof InvalidRequest) {
    return { status: 400, title: "Invalid request", detail: error.message, errors: error.errors };
  }
  if (error instanceof OrderNotFound) {
    return { status: 404, title: "Not found", detail: error.message };
  }
  if (error instanceof TransitionRefused) {
    return { status: 409, title: "State change refused", detail: error.message };
  }
  return bodyParserProblem(error) ?? { status: 500, title: "Internal error" };
}

/** The JSON parser marks its own errors with a status below 500 and `expose`; their messages are safe to show. */
function bodyParserProblem(error: unknown): Problem | undefined {
  if (error instanceof Error && "expose" in error && error.expose === true && "status" in error && typeof error.status === "number") {
    return { status: error.status, title: "Invalid request", detail: error.message };
  }
  return undefined;
}

function send(response: Response, problem: Problem): void {
  response.status(problem.status).type("application/problem+json").send(JSON.stringify(problem));
}
