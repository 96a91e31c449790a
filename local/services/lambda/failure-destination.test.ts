import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { AwsError } from '../../core/errors.ts';
import { applyResource, createTestContext, type TestContext } from '../../core/testing.ts';
import { createSqs } from '../sqs/index.ts';
import { createLambda } from './index.ts';

const ROLE = 'arn:aws:iam::000000000000:role/worker';

/** A function that always fails, tried twice, with a queue for what it could not do. */
async function failing(cloud: TestContext) {
  const lambda = cloud.register(createLambda(cloud));
  const queue = await applyResource(cloud.register(createSqs(cloud)), 'AWS::SQS::Queue', 'Lost', {});
  const folder = join(cloud.assemblyFolder(), 'asset.f');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'index.mjs'),
    'export const handler = async (event) => { throw new Error(`No ${event.a}.`); };',
  );
  const { attributes } = await applyResource(lambda, 'AWS::Lambda::Function', 'F', {
    FunctionName: 'f',
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Role: ROLE,
    Code: { S3Bucket: 'assets', S3Key: 'f.zip' },
  });
  await applyResource(lambda, 'AWS::Lambda::EventInvokeConfig', 'C', {
    FunctionName: 'f',
    MaximumRetryAttempts: 1,
    DestinationConfig: { OnFailure: { Destination: queue.attributes['Arn'] } },
  });
  const invoke = (): Promise<unknown> =>
    cloud.call({ kind: 'developer' }, 'lambda', 'Invoke', {
      FunctionName: 'f',
      InvocationType: 'Event',
      Payload: '{"a":1}',
    });
  const lost = (): Promise<any> =>
    cloud.call({ kind: 'developer' }, 'sqs', 'ReceiveMessage', { QueueUrl: queue.ref });
  return { arn: attributes['Arn'] as string, invoke, lost };
}

it('an event that fails to the last ends in the queue, with what was asked and why it failed', async () => {
  await using cloud = createTestContext();
  const { arn, invoke, lost } = await failing(cloud);
  await invoke();
  await cloud.tracker.settle();
  const { Messages } = await lost();
  expect(JSON.parse(Messages[0].Body)).toMatchObject({
    requestContext: {
      functionArn: `${arn}:$LATEST`,
      condition: 'RetriesExhausted',
      approximateInvokeCount: 2,
    },
    requestPayload: { a: 1 },
    responseContext: { functionError: 'Unhandled' },
    responsePayload: { errorMessage: 'No 1.' },
  });
  expect(cloud.authorized).toContainEqual({
    principal: expect.objectContaining({ roleArn: ROLE }),
    permission: expect.objectContaining({ action: 'sqs:SendMessage' }),
  });
});

it('without leave to write to the queue, that is told in the function’s log', async () => {
  await using cloud = createTestContext({
    authorize(_principal, { action }) {
      if (action.startsWith('sqs:')) throw new AwsError('AccessDeniedException', `may not ${action}`);
    },
  });
  const { invoke } = await failing(cloud);
  const lines: string[] = [];
  cloud.bus.on('functionLog', ({ line }) => lines.push(line));
  await invoke();
  await cloud.tracker.settle();
  expect(lines.join('\n')).toContain('may not sqs:SendMessage');
});
