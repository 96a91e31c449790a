import type { CloudContext } from '../../core/context.ts';
import { notCovered } from '../../core/errors.ts';
import type { Principal } from '../../core/principal.ts';

/** A function that a schedule invokes. */
export interface FunctionTarget {
  readonly arn: string;
  /** JSON, or undefined for the event itself. */
  readonly input: string | undefined;
}

/** Throws LocalCloudError for what is no function. */
export function requireFunction(arn: string): void {
  if (!/^arn:aws[a-z-]*:lambda:[^:]+:\d{12}:function:/.test(arn)) {
    throw notCovered(`the schedule target ${arn}`, 'Schedule a Lambda function, or run it against AWS.');
  }
}

/** Gives an event to a function asynchronously, as EventBridge does. Throws what lambda:Invoke throws. */
export async function deliver(
  cloud: CloudContext,
  principal: Principal,
  target: FunctionTarget,
  event: unknown,
): Promise<void> {
  await cloud.call(principal, 'lambda', 'Invoke', {
    FunctionName: target.arn,
    InvocationType: 'Event',
    Payload: target.input ?? JSON.stringify(event),
  });
}

/** Delivers where nobody waits for the result: what goes wrong is told in the function's log. */
export function deliverInBackground(
  cloud: CloudContext,
  what: string,
  delivery: Promise<void>,
  arn: string,
): void {
  cloud.tracker.track(delivery).catch((error: unknown) => {
    const functionName = arn.split(':')[6] ?? arn;
    const line = `${what} could not invoke the function: ${String(error)}`;
    cloud.bus.emit('functionLog', {
      at: cloud.clock.now(),
      functionName,
      requestId: what,
      stream: 'stderr',
      line,
    });
  });
}
