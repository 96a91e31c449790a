import type { Operation } from '../../../core/service.ts';
import type { Queues } from '../queues.ts';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueues.html */
export function listQueues(queues: Queues): Operation<{ QueueNamePrefix?: string }> {
  return {
    authorize: () => [{ action: 'sqs:ListQueues', resource: '*' }],
    run: ({ QueueNamePrefix = '' }) => ({
      QueueUrls: queues
        .list()
        .filter(({ name }) => name.startsWith(QueueNamePrefix))
        .map(({ url }) => url),
    }),
  };
}
