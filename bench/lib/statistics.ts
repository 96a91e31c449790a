export interface Summary {
  n: number;
  p50: number;
  p95: number;
  mean: number;
}

/** Median, 95th percentile and mean of durations in milliseconds, rounded to microseconds. */
export function summarize(durations: readonly number[]): Summary {
  const sorted = durations.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  return {
    n: sorted.length,
    p50: round(at(0.5)),
    p95: round(at(0.95)),
    mean: round(sorted.reduce((sum, value) => sum + value, 0) / Math.max(1, sorted.length)),
  };
}

/** Times two pieces of work in turns, so that whatever else the machine does hits both alike. */
export async function sideBySide(
  rounds: number,
  work: Readonly<Record<string, () => Promise<unknown>>>,
  warmUp = 50,
): Promise<Record<string, Summary>> {
  const durations = new Map(Object.keys(work).map((name) => [name, [] as number[]]));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(work)) {
      const start = performance.now();
      await run();
      if (round >= 0) durations.get(name)!.push(performance.now() - start);
    }
  }
  return Object.fromEntries([...durations].map(([name, values]) => [name, summarize(values)]));
}
