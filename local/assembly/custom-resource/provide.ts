import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { CloudContext, FunctionInvoker } from '../../core/context.ts';
import { LocalCloudError, notCovered } from '../../core/errors.ts';
import type { ResourceInput, ResourceOutput } from '../../core/resource.ts';
import type { CustomResourceResponse, ResponseInbox } from './response-inbox.ts';
import { stringifyScalars } from './stringify-scalars.ts';

/** Custom resources: provided by a function of the assembly, over CloudFormation's own protocol. */
export interface CustomResources {
  /** Sends Create or Update when the resource is new or changed; else answers what it answered last time. */
  apply(input: ResourceInput, stackId: string): Promise<ResourceOutput>;
  remove(input: ResourceInput): Promise<void>;
  /** Sends the Delete for each physical resource that an Update replaced. Run when a deployment succeeded. */
  cleanUp(): Promise<void>;
  /** The deployment failed: what it replaced may be needed to go back. */
  keepReplaced(): void;
}

export interface CustomResourceOptions {
  readonly cloud: CloudContext;
  readonly inbox: ResponseInbox;
  log(line: string): void;
}

interface Event {
  readonly RequestType: 'Create' | 'Update' | 'Delete';
  readonly ResponseURL: string;
  readonly StackId: string;
  readonly RequestId: string;
  readonly ResourceType: string;
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId?: string;
  readonly ResourceProperties: unknown;
  readonly OldResourceProperties?: unknown;
  readonly ServiceToken: string;
}

/** Kept among the attributes of a custom resource's output, for its Delete. */
const STACK_ID = 'local:StackId';

/** CloudFormation waits an hour unless `ServiceTimeout` says otherwise. */
const DEFAULT_TIMEOUT_SECONDS = 3600;

export function createCustomResources(options: CustomResourceOptions): CustomResources {
  const { cloud, inbox } = options;
  let replaced: { input: ResourceInput; stackId: string }[] = [];

  async function send(
    type: Event['RequestType'],
    input: ResourceInput,
    stackId: string,
  ): Promise<CustomResourceResponse> {
    const serviceToken = String(input.properties['ServiceToken'] ?? '');
    if (!/^arn:aws:lambda:/.test(serviceToken)) {
      throw notCovered(`a ServiceToken that is no function of the assembly (${serviceToken})`);
    }
    const requestId = randomUUID();
    const expected = { StackId: stackId, RequestId: requestId, LogicalResourceId: input.logicalId };
    const seconds = Number(input.properties['ServiceTimeout'] ?? DEFAULT_TIMEOUT_SECONDS);
    const answer = inbox.expect(expected, seconds * 1000);
    const event: Event = {
      RequestType: type,
      ResponseURL: `${cloud.baseUrl}/cloudformation/response/${answer.token}`,
      ...expected,
      ResourceType: input.type,
      ServiceToken: serviceToken,
      ResourceProperties: stringifyScalars(input.properties),
      ...(type === 'Create' ? {} : { PhysicalResourceId: input.previousOutput?.ref }),
      ...(type === 'Update' ? { OldResourceProperties: stringifyScalars(input.previousProperties) } : {}),
    };
    const run = cloud.service<FunctionInvoker>('lambda').invokeFunction({
      functionArn: serviceToken,
      payload: event,
      principal: { kind: 'developer' },
    });
    run.then(
      (result) => answer.invocationEnded(result.functionError && describe(result)),
      (error: unknown) => answer.fail(error),
    );
    const response = await answer.response;
    if (response.Status === 'SUCCESS') return response;
    throw new LocalCloudError(
      'CustomResourceFailed',
      `Received response status [FAILED] from custom resource. Message returned: ${response.Reason ?? '(no reason)'} (RequestId: ${requestId})`,
      `Look at the log of ${serviceToken.split(':').at(-1)}.`,
    );
  }

  async function apply(input: ResourceInput, stackId: string): Promise<ResourceOutput> {
    const { previousOutput, previousProperties, previousFailed } = input;
    if (
      previousOutput &&
      !previousFailed &&
      isDeepStrictEqual(plain(previousProperties), plain(input.properties))
    ) {
      return previousOutput;
    }
    const response = await send(previousOutput ? 'Update' : 'Create', input, stackId);
    const ref = response.PhysicalResourceId;
    if (previousOutput && previousOutput.ref !== ref) {
      const old = { ...input, properties: { ...previousProperties } };
      replaced.push({ input: old, stackId });
    }
    return { ref, attributes: { ...response.Data, [STACK_ID]: stackId } };
  }

  return {
    apply,
    async remove(input) {
      await send('Delete', input, String(input.previousOutput?.attributes[STACK_ID] ?? ''));
    },
    keepReplaced() {
      replaced = [];
    },
    async cleanUp() {
      const waiting = replaced;
      replaced = [];
      for (const { input, stackId } of waiting) {
        try {
          await send('Delete', input, stackId);
        } catch (error) {
          options.log(`${input.address}: the replaced ${input.type} could not be deleted: ${String(error)}`);
        }
      }
    },
  };
}

function describe(result: { payload: unknown; functionError?: string }): string {
  const { errorMessage, errorType } = (result.payload ?? {}) as Record<string, unknown>;
  return `the function failed (${result.functionError}): ${errorType ?? 'Error'}: ${errorMessage ?? ''}`;
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}
