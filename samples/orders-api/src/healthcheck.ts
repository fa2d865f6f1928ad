import { portFrom } from "./config";

// A slim base has no curl or wget: the container asks itself with the runtime that it has anyway.
fetch(`http://127.0.0.1:${portFrom(process.env)}/health`, { signal: AbortSignal.timeout(2_000) }).then(
  (response) => {
    process.exitCode = response.ok ? 0 : 1;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
