import fastify, { type FastifyInstance } from "fastify";
import { Rates } from "./rates.js";

const name = { type: "string", pattern: "^[a-z][a-z0-9.]{0,59}$" } as const;

/** The service's routes, over counters. */
export function createApp(rates: Rates = new Rates()): FastifyInstance {
  const app = fastify();
  app.get("/health", () => ({ status: "well" }));
  app.get("/rates", () => rates.all());
  app.get<{ Params: { name: string } }>("/rates/:name", async (request, reply) => {
    const rate = rates.of(request.params.name);
    return rate ?? reply.code(404).send({ error: `nothing named ${request.params.name} was counted` });
  });
  app.post<{ Params: { name: string }; Body: { times?: number } | null }>(
    "/events/:name",
    {
      schema: {
        params: { type: "object", properties: { name } },
        body: { type: ["object", "null"], properties: { times: { type: "integer", minimum: 1, maximum: 1000 } } },
      },
    },
    async (request, reply) => {
      rates.count(request.params.name, request.body?.times ?? 1);
      return reply.code(202).send();
    },
  );
  return app;
}
