import fastify, { type FastifyInstance } from "fastify";
import { type Job, jobName } from "@monorepo/shared";

/** Takes jobs in and hands them out. */
export function createApp(): FastifyInstance {
  const jobs: Job[] = [];
  const app = fastify();
  app.get("/health", () => ({ status: "well" }));
  app.get("/jobs", () => jobs);
  app.post<{ Params: { name: string }; Body: { payload?: string } | null }>("/jobs/:name", async (request, reply) => {
    const name = jobName(request.params.name);
    if (name === undefined) return reply.code(400).send({ error: "a job's name is of a-z and dashes" });
    const job: Job = { id: jobs.length + 1, name, payload: request.body?.payload ?? "", attempts: 0 };
    jobs.push(job);
    return reply.code(201).send(job);
  });
  return app;
}
