import type { CloudContext } from '../../../core/context.ts';
import { AwsError } from '../../../core/errors.ts';
import { locateCode } from '../code/locate.ts';
import type { FunctionConfig } from '../functions.ts';
import { startInstance, type Instance } from './instance.ts';

export interface Lease {
  readonly instance: Instance;
  readonly cold: boolean;
  /** Gives a live instance back to be used again, and lets the next waiting invocation go on. */
  release(): void;
}

export interface InstancePool {
  /**
   * An idle instance, or a new one, or the next that gets free. Throws LocalCloudError for code that is not covered,
   * AwsError TooManyRequestsException when the function's reserved concurrency is used up, unless `queue`.
   */
  lease(config: FunctionConfig, queue?: boolean): Promise<Lease>;
  /** Lets go of instances of a function that were made before it changed. */
  retire(name: string): Promise<void>;
  stop(): Promise<void>;
}

interface FunctionPool {
  readonly idle: Instance[];
  readonly waiting: (() => void)[];
  busy: number;
}

const CREDENTIALS_MARGIN = 5 * 60_000;

/** @param limit how many instances of one function run at once; more invocations wait */
export function createInstancePool(cloud: CloudContext, limit: number): InstancePool {
  const pools = new Map<string, FunctionPool>();
  const all = new Set<Instance>();

  function poolOf(name: string): FunctionPool {
    const pool = pools.get(name) ?? { idle: [], waiting: [], busy: 0 };
    pools.set(name, pool);
    return pool;
  }

  function usable(instance: Instance, config: FunctionConfig): boolean {
    const fresh = instance.expires - cloud.clock.now() > CREDENTIALS_MARGIN;
    return instance.alive && fresh && instance.config.fingerprint === config.fingerprint;
  }

  function discard(instance: Instance): void {
    all.delete(instance);
    void cloud.tracker.track(instance.kill());
  }

  function takeIdle(pool: FunctionPool, config: FunctionConfig): Instance | undefined {
    for (let instance = pool.idle.pop(); instance; instance = pool.idle.pop()) {
      if (usable(instance, config)) return instance;
      discard(instance);
    }
    return undefined;
  }

  /** Whoever cannot be served passes its turn on. */
  function take(pool: FunctionPool, config: FunctionConfig): { instance: Instance; warm: boolean } {
    try {
      const idle = takeIdle(pool, config);
      if (idle) return { instance: idle, warm: true };
      return { instance: startInstance(cloud, config, locateCode(cloud, config)), warm: false };
    } catch (error) {
      pool.waiting.shift()?.();
      throw error;
    }
  }

  return {
    async lease(config, queue = false) {
      const pool = poolOf(config.name);
      const reserved = config.reservedConcurrency ?? Infinity;
      if (reserved === 0 || (!queue && pool.busy >= reserved)) throw throttled();
      const most = Math.min(limit, reserved);
      while (pool.busy >= most) await new Promise<void>((resolve) => pool.waiting.push(resolve));
      const { instance, warm } = take(pool, config);
      all.add(instance);
      pool.busy += 1;
      return {
        instance,
        cold: !warm,
        release() {
          pool.busy -= 1;
          if (instance.alive) pool.idle.push(instance);
          else discard(instance);
          pool.waiting.shift()?.();
        },
      };
    },
    async retire(name) {
      const { idle } = poolOf(name);
      const old = idle.splice(0);
      for (const instance of old) all.delete(instance);
      await Promise.all(old.map((instance) => instance.kill()));
    },
    async stop() {
      const running = [...all];
      all.clear();
      pools.clear();
      await Promise.all(running.map((instance) => instance.kill()));
    },
  };
}

function throttled(): AwsError {
  return new AwsError('TooManyRequestsException', 'Rate Exceeded.', {
    statusCode: 429,
    extra: { Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded', Type: 'User' },
  });
}
