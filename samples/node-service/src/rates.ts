/** How often something happened. */
export interface Rate {
  readonly name: string;
  readonly lastMinute: number;
  readonly perMinute: number;
}

const minute = 60_000;

/** Counts events by minute, and forgets them after an hour. */
export class Rates {
  private readonly counts = new Map<string, Map<number, number>>();

  constructor(private readonly now: () => number = Date.now) {}

  count(name: string, times = 1): void {
    const slots = this.counts.get(name) ?? new Map<number, number>();
    const slot = Math.floor(this.now() / minute);
    slots.set(slot, (slots.get(slot) ?? 0) + times);
    for (const old of slots.keys()) if (old <= slot - 60) slots.delete(old);
    this.counts.set(name, slots);
  }

  /** The rate over the last hour, of the minutes since the first event in it. */
  of(name: string): Rate | undefined {
    const slots = this.counts.get(name);
    if (slots === undefined) return undefined;
    const slot = Math.floor(this.now() / minute);
    const alive = [...slots].filter(([at]) => at > slot - 60);
    if (alive.length === 0) return { name, lastMinute: 0, perMinute: 0 };
    const sum = alive.reduce((total, [, times]) => total + times, 0);
    const minutes = slot - Math.min(...alive.map(([at]) => at)) + 1;
    return { name, lastMinute: slots.get(slot) ?? 0, perMinute: Math.round((sum / minutes) * 100) / 100 };
  }

  all(): Rate[] {
    return [...this.counts.keys()].sort().flatMap((name) => this.of(name) ?? []);
  }
}
