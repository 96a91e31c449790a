import type { Applied } from './stacks/nested.ts';
import type { CloudContext } from '../../core/context.ts';
import type { StackEvents } from './stacks/events.ts';
import type { StackRunner } from './stacks/run.ts';
import type { StackStore } from './stacks/store.ts';

/** What the operations are given. */
export interface CloudFormation {
  readonly cloud: CloudContext;
  readonly store: StackStore;
  readonly events: StackEvents;
  readonly runner: StackRunner;
  /** The resources that exist, in the order in which they were applied. */
  applied(): Applied;
}
