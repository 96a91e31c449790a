import { createHash } from 'node:crypto';
import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import type { Queues } from '../queues.ts';

interface Input {
  QueueUrl: string;
  MaxNumberOfMessages?: number;
  VisibilityTimeout?: number;
}

/** Answers at once: what waits is there. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html */
export function receiveMessage(queues: Queues): Operation<Input> {
  return {
    authorize: ({ QueueUrl }) => [{ action: 'sqs:ReceiveMessage', resource: queues.get(QueueUrl).arn }],
    run({ QueueUrl, MaxNumberOfMessages = 1, VisibilityTimeout }) {
      if (!(MaxNumberOfMessages >= 1 && MaxNumberOfMessages <= 10)) {
        throw new AwsError(
          'InvalidParameterValue',
          `Value ${MaxNumberOfMessages} for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.`,
        );
      }
      const queue = queues.get(QueueUrl);
      const messages = queues.receive(
        queue,
        MaxNumberOfMessages,
        VisibilityTimeout ?? queue.visibilitySeconds,
      );
      if (messages.length === 0) return {};
      return {
        Messages: messages.map(({ id, body, receipt, sentAt, receiveCount }) => ({
          MessageId: id,
          ReceiptHandle: receipt,
          Body: body,
          MD5OfBody: createHash('md5').update(body).digest('hex'),
          Attributes: { SentTimestamp: String(sentAt), ApproximateReceiveCount: String(receiveCount) },
        })),
      };
    },
  };
}
