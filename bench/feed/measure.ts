import { summarize, type Summary } from '../lib/statistics.ts';
import type { Operation } from './operations.ts';
import type { Prepared } from './target.ts';

type Way = 'graphql' | 'sql';
type Figures = Pick<Summary, 'n' | 'p50' | 'p95'> & { perSecond: number };
export type Measured = Record<Way, Figures> & { ratio: number };

const WAYS: readonly Way[] = ['graphql', 'sql'];
const WARM_UP = 20;

function figures(durations: readonly number[], seconds: number): Figures {
  const { n, p50, p95 } = summarize(durations);
  return { n, p50, p95, perSecond: Math.round(n / seconds) };
}

function together(graphql: Figures, sql: Figures): Measured {
  return { graphql, sql, ratio: Math.round((graphql.p50 / sql.p50) * 100) / 100 };
}

/** One client: all sizes and both ways in turns, a call each. */
export async function measureAlone(
  operation: Operation,
  targets: Readonly<Record<string, Prepared>>,
  rounds: number,
): Promise<Record<string, Measured>> {
  const durations = new Map<string, number[]>();
  for (const name of Object.keys(targets)) for (const way of WAYS) durations.set(`${name} ${way}`, []);
  for (let round = -WARM_UP; round < rounds; round += 1) {
    for (const [name, { target, beforeCalls }] of Object.entries(targets)) {
      await beforeCalls(2);
      for (const way of WAYS) {
        const start = performance.now();
        // The two ways like and take back each for itself.
        await operation[way](target, WARM_UP + round);
        if (round >= 0) durations.get(`${name} ${way}`)!.push(performance.now() - start);
      }
    }
  }
  const of = (name: string, way: Way): Figures => {
    const times = durations.get(`${name} ${way}`)!;
    return figures(times, times.reduce((sum, value) => sum + value, 0) / 1000);
  };
  return Object.fromEntries(
    Object.keys(targets).map((name) => [name, together(of(name, 'graphql'), of(name, 'sql'))]),
  );
}

/** Many clients at once, each a call after the other; one size and one way at a time. */
export async function measureTogether(
  operation: Operation,
  targets: Readonly<Record<string, Prepared>>,
  clients: number,
  calls: number,
): Promise<Record<string, Measured>> {
  const result: Record<string, Measured> = {};
  for (const [name, prepared] of Object.entries(targets)) {
    const run = async (way: Way, number: number): Promise<Figures> => {
      const durations: number[] = [];
      // A client's calls are pairs (like, take back), so that no two clients do them with the same crud.
      let next = 0;
      const began = performance.now();
      const client = async (): Promise<void> => {
        while (next < number) {
          const first = next;
          next += 2;
          await prepared.beforeCalls(2);
          for (const n of [first, first + 1]) {
            const start = performance.now();
            await operation[way](prepared.target, n);
            durations.push(performance.now() - start);
          }
        }
      };
      await Promise.all(Array.from({ length: clients }, client));
      return figures(durations, (performance.now() - began) / 1000);
    };
    for (const way of WAYS) await run(way, clients * 8);
    result[name] = together(await run('graphql', calls), await run('sql', calls));
  }
  return result;
}
