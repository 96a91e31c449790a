import type { LocalCloud } from '../../../local/cloud.ts';
import type { Principal } from '../../../local/core/principal.ts';

/** Makes what one function asks of other services fail. */
export interface Faults extends Disposable {
  /** What was asked since the last plan, in order. */
  readonly calls: readonly string[];
  /**
   * @param isBroken whether the call of this number (from 1) fails; `lost`: it is done, but the answer never comes
   */
  plan(isBroken: (call: number) => false | 'refused' | 'lost'): void;
}

class Broken extends Error {
  override readonly name = 'Broken';
}

/**
 * Stands between a function (known by its role) and S3, the Data API and AppSync. A call that fails is answered with an
 * error that no SDK tries again.
 */
export function injectFaults(cloud: LocalCloud, roleName: string): Faults {
  let isBroken: (call: number) => false | 'refused' | 'lost' = () => false;
  let calls: string[] = [];
  const undo: (() => void)[] = [];

  function isIts(principal: Principal): boolean {
    return principal.kind === 'role' && principal.roleArn.includes(roleName);
  }

  async function pass<T>(name: string, work: () => Promise<T>): Promise<T> {
    calls.push(name);
    const fault = isBroken(calls.length);
    if (fault === 'refused') throw new Broken(name);
    const result = await work();
    if (fault === 'lost') throw new Broken(name);
    return result;
  }

  for (const id of ['s3', 'appsync']) {
    const service = cloud.services.find((one) => one.id === id)!;
    const original = service.handleHttp!;
    service.handleHttp = async (request) => {
      if (!isIts(request.principal)) return original.call(service, request);
      const name = `${id} ${request.method} ${request.rawPath.split('/').slice(3).join('/')}`;
      return pass(name, () => original.call(service, request)).catch((error: unknown) => {
        if (error instanceof Broken) return { status: 403, headers: {}, body: '' };
        throw error;
      });
    };
    undo.push(() => {
      service.handleHttp = original;
    });
  }
  const { operations } = cloud.services.find((one) => one.id === 'rds-data')!;
  const execute = operations['ExecuteStatement']!;
  const { run } = execute;
  (execute as { run: typeof run }).run = (input, call) =>
    isIts(call.principal) ? pass('rds-data', async () => run(input, call)) : run(input, call);
  undo.push(() => {
    (execute as { run: typeof run }).run = run;
  });

  return {
    get calls() {
      return calls;
    },
    plan(next) {
      isBroken = next;
      calls = [];
    },
    [Symbol.dispose]() {
      for (const one of undo) one();
    },
  };
}
