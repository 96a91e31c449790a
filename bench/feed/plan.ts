import { fork } from 'node:child_process';
import type { Measured } from './measure.ts';

/** A running local cloud with a data set, as clients in another process find it. */
export interface Served {
  readonly url: string;
  readonly connectionString: string;
  /** Signed in. The first follows 2,000 people. */
  readonly people: readonly { id: string; token: string }[];
}

/** What the process of the clients is to do. */
export interface Plan {
  readonly served: Readonly<Record<string, Served>>;
  readonly operations: readonly string[];
  readonly rounds: number;
  readonly clients: number;
}

/** By operation, number of clients and data set. */
export type Results = Record<string, Record<string, Record<string, Measured>>>;

/** Runs the clients in a process of their own. Throws when it ends without figures. */
export async function measureElsewhere(plan: Plan): Promise<Results> {
  const child = fork(new URL('client.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  child.send(plan);
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`The clients ended with ${code}.`)));
  });
}
