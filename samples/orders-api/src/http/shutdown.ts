import type { Server } from "node:http";

const sweepMilliseconds = 50;

/**
 * Takes no new connections, lets running requests finish, and cuts what is still open after the grace period,
 * which should stay below the time that the orchestrator waits before it kills the process.
 */
export function closeGracefully(server: Server, graceMilliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    // A connection that its client keeps alive becomes idle only after its last answer, so one look is not enough.
    const sweep = setInterval(() => server.closeIdleConnections(), sweepMilliseconds);
    const cut = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
    server.close((error) => {
      clearInterval(sweep);
      clearTimeout(cut);
      if (error) {
        reject(error);
      } else {
        resolve();
      }
    });
  });
}
