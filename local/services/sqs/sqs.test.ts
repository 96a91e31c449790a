import { describe, expect, it } from 'vitest';
import { applyResource, createTestContext, type TestContext } from '../../core/testing.ts';
import { createSqs } from './index.ts';

async function queueIn(cloud: TestContext, properties: Record<string, unknown> = {}) {
  const { ref, attributes } = await applyResource(
    cloud.register(createSqs(cloud)),
    'AWS::SQS::Queue',
    'Lost',
    properties,
  );
  return {
    arn: attributes['Arn'] as string,
    call: (operation: string, input: object = {}): Promise<any> =>
      cloud.call({ kind: 'developer' }, 'sqs', operation, { QueueUrl: ref, ...input }),
  };
}

describe('a queue', () => {
  it('gives what was sent, oldest first, and keeps it from others until it is deleted or time is over', async () => {
    await using cloud = createTestContext();
    const { call } = await queueIn(cloud, { VisibilityTimeout: 30 });
    await call('SendMessage', { MessageBody: 'one' });
    await call('SendMessage', { MessageBody: 'two' });
    const { Messages: first } = await call('ReceiveMessage');
    expect(first).toMatchObject([{ Body: 'one', Attributes: { ApproximateReceiveCount: '1' } }]);
    const { Messages: second } = await call('ReceiveMessage', { MaxNumberOfMessages: 10 });
    expect(second.map((message: { Body: string }) => message.Body)).toEqual(['two']);
    expect(await call('ReceiveMessage')).toEqual({});
    await call('DeleteMessage', { ReceiptHandle: second[0].ReceiptHandle });
    cloud.clock.advance(31_000);
    const { Messages: again } = await call('ReceiveMessage', { MaxNumberOfMessages: 10 });
    expect(again).toMatchObject([{ Body: 'one', Attributes: { ApproximateReceiveCount: '2' } }]);
  });

  it('says how many messages it holds, and forgets them when they are too old', async () => {
    await using cloud = createTestContext();
    const { arn, call } = await queueIn(cloud, { MessageRetentionPeriod: 60 });
    await call('SendMessage', { MessageBody: 'x' });
    const { Attributes } = await call('GetQueueAttributes', { AttributeNames: ['All'] });
    expect(Attributes).toMatchObject({ QueueArn: arn, ApproximateNumberOfMessages: '1' });
    cloud.clock.advance(61_000);
    expect(await call('ReceiveMessage')).toEqual({});
  });

  it('refuses what SQS refuses, in its words', async () => {
    await using cloud = createTestContext();
    const { call } = await queueIn(cloud);
    await expect(call('SendMessage', { MessageBody: '' })).rejects.toMatchObject({
      code: 'MissingRequiredParameterException',
    });
    await expect(call('ReceiveMessage', { MaxNumberOfMessages: 11 })).rejects.toMatchObject({
      code: 'InvalidParameterValue',
    });
    await expect(call('PurgeQueue', { QueueUrl: 'http://x/nothing' })).rejects.toMatchObject({
      code: 'QueueDoesNotExist',
      message: 'The specified queue does not exist.',
    });
  });

  it('keeps its messages over a restart', async () => {
    await using before = createTestContext();
    const queue = await queueIn(before);
    await queue.call('SendMessage', { MessageBody: 'stays' });
    await before.service('sqs').stop?.();
    await using after = createTestContext({ stateRoot: before.stateRoot });
    const { call } = await queueIn(after);
    expect(await call('ReceiveMessage')).toMatchObject({ Messages: [{ Body: 'stays' }] });
  });

  it('that is FIFO is not covered', async () => {
    await using cloud = createTestContext();
    await expect(queueIn(cloud, { FifoQueue: true })).rejects.toMatchObject({ code: 'NotCovered' });
  });
});
