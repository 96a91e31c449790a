import type { Bus } from '../core/bus.ts';
import type { Clock } from '../core/clock.ts';
import type { Authorizer } from '../core/context.ts';
import { AwsError, notCovered } from '../core/errors.ts';
import type { Principal } from '../core/principal.ts';
import type { AwsService } from '../core/service.ts';
import type { Tracker } from '../core/tracker.ts';
import { callerArn } from '../iam/access-denied.ts';
import { isKnownOperation } from './known-operations.ts';

export interface DispatchContext {
  readonly bus: Bus;
  readonly clock: Clock;
  readonly tracker: Tracker;
  readonly iam: Authorizer;
  readonly accountId: string;
}

/**
 * Runs one operation of a service for a caller: authorization first. Each run is told on the bus and held by the
 * tracker. Throws AwsError as AWS would, UnknownOperationException for an operation that doesn't exist,
 * LocalCloudError NotCovered for one that exists in AWS but not here.
 */
export async function dispatch(
  context: DispatchContext,
  service: AwsService,
  operation: string,
  input: unknown,
  call: { readonly principal: Principal; readonly requestId: string },
): Promise<unknown> {
  const started = performance.now();
  let error: unknown;
  try {
    return await context.tracker.track(run(context, service, operation, input, call));
  } catch (thrown) {
    error = thrown;
    throw thrown;
  } finally {
    context.bus.emit('operation', {
      at: context.clock.now(),
      requestId: call.requestId,
      service: service.id,
      operation,
      principal: callerArn(call.principal, context.accountId),
      durationMs: performance.now() - started,
      error: error === undefined ? undefined : String(error),
    });
  }
}

async function run(
  context: DispatchContext,
  service: AwsService,
  name: string,
  input: unknown,
  call: { readonly principal: Principal; readonly requestId: string },
): Promise<unknown> {
  const operation = Object.hasOwn(service.operations, name) ? service.operations[name] : undefined;
  if (!operation) {
    if (isKnownOperation(service.id, name)) throw notCovered(`the operation ${name} of ${service.id}`);
    throw new AwsError('UnknownOperationException', `The operation ${name} is unknown to ${service.id}.`);
  }
  if (operation.authorize !== 'public') {
    const permissions = operation.authorize(input as never);
    if (call.principal.kind === 'anonymous') {
      throw new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token');
    }
    for (const permission of permissions) context.iam.authorize(call.principal, permission);
  }
  return await operation.run(input as never, call);
}
