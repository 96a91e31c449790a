import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../core/clock.ts';
import type { StackEvent } from './stack.ts';

/** What happened to the stacks, newest first. Kept in memory: whoever deploys reads it meanwhile. */
export interface StackEvents {
  add(event: Omit<StackEvent, 'id' | 'at'>): void;
  of(stackId: string): readonly StackEvent[];
}

/** CloudFormation keeps ninety days; this is some dozens of deployments. */
const KEPT = 20_000;

export function createStackEvents(clock: Clock): StackEvents {
  const events: StackEvent[] = [];
  return {
    add(event) {
      events.push({ ...event, id: randomUUID(), at: clock.now() });
      if (events.length > KEPT) events.splice(0, events.length - KEPT);
    },
    of: (stackId) => events.filter((one) => one.stackId === stackId).reverse(),
  };
}
