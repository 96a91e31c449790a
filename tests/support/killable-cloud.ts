import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { LocalCloud } from '../../local/cloud.ts';

export interface KillableCloud {
  /** What the helpers of `people.ts` need of a local cloud. */
  readonly cloud: LocalCloud;
  readonly port: number;
  /** SIGKILL, at once; resolves when the process is gone. */
  kill(): Promise<void>;
}

interface Up {
  baseUrl: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  outputs: unknown;
  endpoints: unknown;
}

/** Starts a local cloud in a process of its own. A port of 0 is any free one. */
export async function startKillableCloud(assembly: string, state: string, port = 0): Promise<KillableCloud> {
  const child: ChildProcess = fork(join(import.meta.dirname, 'cloud-process.ts'), {
    env: { ...process.env, ASSEMBLY: assembly, STATE: state, PORT: String(port), NODE_OPTIONS: '' },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const [first] = await Promise.race([
    once(child, 'message') as Promise<[Up]>,
    ended.then(() => Promise.reject(new Error('The local cloud ended before it was up.'))),
  ]);
  const { outputs, endpoints } = first;
  const cloud = {
    baseUrl: first.baseUrl,
    developerCredentials: first.credentials,
    clock: { now: () => Date.now() },
    outputs: async () => ({ outputs, endpoints }),
  } as unknown as LocalCloud;
  return {
    cloud,
    port: Number(new URL(first.baseUrl).port),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
