/** A job: a name, a payload, and how often it was tried. */
export interface Job {
  readonly id: number;
  readonly name: string;
  readonly payload: string;
  readonly attempts: number;
}

/** How long to wait before the next attempt, in milliseconds; undefined when there is none. */
export function delayBefore(attempt: number, most = 5): number | undefined {
  return attempt >= most ? undefined : Math.min(60_000, 500 * 2 ** attempt);
}

/** Reads a job's name; undefined when it is none. */
export function jobName(text: unknown): string | undefined {
  return typeof text === "string" && /^[a-z][a-z-]{0,39}$/.test(text) ? text : undefined;
}
