export const defaultPort = 3000;

/** Port 0 asks the system for a free one. */
export function portFrom(environment: NodeJS.ProcessEnv): number {
  const text = environment.PORT;
  if (text === undefined || text === "") {
    return defaultPort;
  }
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) {
    throw new Error(`PORT is "${text}": it must be a whole number from 0 to 65535.`);
  }
  return port;
}
