import type { Operation } from '../../../core/service.ts';
import type { Queues } from '../queues.ts';

interface Input {
  QueueUrl: string;
  ReceiptHandle: string;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessage.html */
export function deleteMessage(queues: Queues): Operation<Input> {
  return {
    authorize: ({ QueueUrl }) => [{ action: 'sqs:DeleteMessage', resource: queues.get(QueueUrl).arn }],
    run({ QueueUrl, ReceiptHandle }) {
      queues.delete(queues.get(QueueUrl), ReceiptHandle);
      return {};
    },
  };
}
