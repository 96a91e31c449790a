import type { Operation } from '../../../core/service.ts';
import type { Queues } from '../queues.ts';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_PurgeQueue.html */
export function purgeQueue(queues: Queues): Operation<{ QueueUrl: string }> {
  return {
    authorize: ({ QueueUrl }) => [{ action: 'sqs:PurgeQueue', resource: queues.get(QueueUrl).arn }],
    run({ QueueUrl }) {
      queues.purge(queues.get(QueueUrl));
      return {};
    },
  };
}
