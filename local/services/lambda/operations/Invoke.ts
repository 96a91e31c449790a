import type { CloudContext } from '../../../core/context.ts';
import { AwsError, notCovered } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import { authorizeInvoke } from '../access.ts';
import type { InvokeLater } from '../async-invoke.ts';
import type { FunctionRegistry } from '../functions.ts';
import { requireSize } from '../payload-size.ts';
import type { RunFunction } from '../run.ts';

export interface InvokeInput {
  FunctionName: string;
  InvocationType?: string;
  LogType?: string;
  /** Base64 of JSON, as in the header. */
  ClientContext?: string;
  /** JSON. */
  Payload?: string;
}

export interface InvokeOutput {
  StatusCode: number;
  ExecutedVersion?: string;
  FunctionError?: string;
  Payload?: string;
}

/**
 * Runs a function, or accepts an event for it. https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 * Its authorization is in `run`, since a function's own policy can allow a call as well.
 */
export function invoke(
  cloud: CloudContext,
  registry: FunctionRegistry,
  runFunction: RunFunction,
  invokeLater: InvokeLater,
): Operation<InvokeInput, InvokeOutput> {
  return {
    authorize: () => [],
    async run(input, { principal, requestId }) {
      const config = registry.get(input.FunctionName);
      authorizeInvoke(cloud, registry, principal, config);
      const payload = input.Payload === undefined || input.Payload === '' ? '{}' : input.Payload;
      requireJson(payload);
      if (input.LogType === 'Tail')
        throw notCovered('LogType Tail of lambda:Invoke', 'Read the log in the console.');
      switch (input.InvocationType ?? 'RequestResponse') {
        case 'DryRun':
          return { StatusCode: 204 };
        case 'Event':
          requireSize(payload, 'Event');
          // A failed delivery is the function's business: its logs say so.
          invokeLater(config, payload, requestId).catch((error: unknown) => {
            const line = `The event could not be delivered: ${String(error)}`;
            const at = cloud.clock.now();
            cloud.bus.emit('functionLog', {
              at,
              functionName: config.name,
              requestId,
              stream: 'stderr',
              line,
            });
          });
          return { StatusCode: 202 };
        case 'RequestResponse': {
          const clientContext =
            input.ClientContext && Buffer.from(input.ClientContext, 'base64').toString('utf8');
          const result = await runFunction(config, payload, requestId, { clientContext });
          return {
            StatusCode: 200,
            ExecutedVersion: '$LATEST',
            Payload: result.payload,
            ...(result.functionError === undefined ? {} : { FunctionError: 'Unhandled' }),
          };
        }
        default:
          throw new AwsError(
            'ValidationException',
            `1 validation error detected: Value '${input.InvocationType}' at 'invocationType' failed to satisfy constraint: Member must satisfy enum value set: [Event, DryRun, RequestResponse]`,
          );
      }
    },
  };
}

function requireJson(payload: string): void {
  try {
    JSON.parse(payload);
  } catch (cause) {
    throw new AwsError(
      'InvalidRequestContentException',
      `Could not parse request body into json: ${(cause as Error).message}`,
      { extra: { Type: 'User' }, cause },
    );
  }
}
