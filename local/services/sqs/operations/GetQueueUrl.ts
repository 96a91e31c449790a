import type { Operation } from '../../../core/service.ts';
import type { Queues } from '../queues.ts';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueUrl.html */
export function getQueueUrl(queues: Queues): Operation<{ QueueName: string }> {
  return {
    authorize: ({ QueueName }) => [{ action: 'sqs:GetQueueUrl', resource: queues.arnOf(QueueName) }],
    run: ({ QueueName }) => ({ QueueUrl: queues.get(QueueName).url }),
  };
}
