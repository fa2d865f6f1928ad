import { delayBefore, type Job } from "@monorepo/shared";

/** Works off jobs, and tries those again that fail. */
export class Queue {
  readonly done: Job[] = [];
  readonly dead: Job[] = [];

  constructor(
    private readonly work: (job: Job) => Promise<void>,
    private readonly wait: (milliseconds: number) => Promise<void>,
  ) {}

  async run(job: Job): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      try {
        await this.work(job);
        this.done.push({ ...job, attempts: attempt + 1 });
        return;
      } catch {
        const delay = delayBefore(attempt + 1);
        if (delay === undefined) {
          this.dead.push({ ...job, attempts: attempt + 1 });
          return;
        }
        await this.wait(delay);
      }
    }
  }
}
