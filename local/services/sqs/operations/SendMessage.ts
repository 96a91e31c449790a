import { createHash } from 'node:crypto';
import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import type { Queues } from '../queues.ts';

interface Input {
  QueueUrl: string;
  MessageBody: string;
}

/** SQS's limit of a message, in bytes. */
const MAX_BYTES = 1_048_576;

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html */
export function sendMessage(queues: Queues): Operation<Input> {
  return {
    authorize: ({ QueueUrl }) => [{ action: 'sqs:SendMessage', resource: queues.get(QueueUrl).arn }],
    run({ QueueUrl, MessageBody }) {
      if (!MessageBody) {
        throw new AwsError(
          'MissingRequiredParameterException',
          'The request must contain the parameter MessageBody.',
        );
      }
      if (Buffer.byteLength(MessageBody) > MAX_BYTES) {
        throw new AwsError(
          'InvalidParameterValue',
          `One or more parameters are invalid. Reason: Message must be shorter than ${MAX_BYTES} bytes.`,
        );
      }
      const MessageId = queues.send(queues.get(QueueUrl), MessageBody);
      return { MessageId, MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex') };
    },
  };
}
