import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../core/clock.ts';
import type { StackEvent } from './stack.ts';

/** What happened to the stacks, newest first. Kept in memory: whoever deploys reads it meanwhile. */
export interface StackEvents {
  add(event: Omit<StackEvent, 'id' | 'at'>): void;
  of(stackId: string): readonly StackEvent[];
  /** Resolves when somebody asks for a stack's events, or after some time if nobody does. */
  whenRead(stackId: string, timeoutMs: number): Promise<void>;
}

/** CloudFormation keeps ninety days; this is some dozens of deployments. */
const KEPT = 20_000;

export function createStackEvents(clock: Clock): StackEvents {
  const events: StackEvent[] = [];
  const readers = new Map<string, () => void>();
  return {
    add(event) {
      events.push({ ...event, id: randomUUID(), at: clock.now() });
      if (events.length > KEPT) events.splice(0, events.length - KEPT);
    },
    of(stackId) {
      readers.get(stackId)?.();
      return events.filter((one) => one.stackId === stackId).reverse();
    },
    async whenRead(stackId, timeoutMs) {
      const { promise, resolve } = Promise.withResolvers<void>();
      readers.set(stackId, resolve);
      const timer = setTimeout(resolve, timeoutMs);
      await promise;
      clearTimeout(timer);
      readers.delete(stackId);
    },
  };
}
