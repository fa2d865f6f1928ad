import { type Job } from "@monorepo/shared";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** The page that shows jobs. */
export function page(jobs: readonly Job[]): string {
  const rows = jobs.map((x) => `<tr><td>${x.id}</td><td>${text(x.name)}</td><td>${x.attempts}</td></tr>`).join("");
  return `<!doctype html><title>Jobs</title><h1>${jobs.length} jobs</h1><table>${rows}</table>\n`;
}

function text(value: string): string {
  return value.replace(/[&<>"]/g, (x) => escapes[x] ?? x);
}
