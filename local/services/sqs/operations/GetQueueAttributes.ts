import type { Operation } from '../../../core/service.ts';
import type { Queues } from '../queues.ts';

interface Input {
  QueueUrl: string;
  AttributeNames?: string[];
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html */
export function getQueueAttributes(queues: Queues): Operation<Input> {
  return {
    authorize: ({ QueueUrl }) => [{ action: 'sqs:GetQueueAttributes', resource: queues.get(QueueUrl).arn }],
    run({ QueueUrl, AttributeNames = [] }) {
      const queue = queues.get(QueueUrl);
      const { visible, inFlight } = queues.count(queue.name);
      const all: Record<string, string> = {
        QueueArn: queue.arn,
        ApproximateNumberOfMessages: String(visible),
        ApproximateNumberOfMessagesNotVisible: String(inFlight),
        VisibilityTimeout: String(queue.visibilitySeconds),
        MessageRetentionPeriod: String(queue.retentionSeconds),
      };
      const wanted = AttributeNames.includes('All') ? Object.keys(all) : AttributeNames;
      return {
        Attributes: Object.fromEntries(wanted.flatMap((name) => (name in all ? [[name, all[name]]] : []))),
      };
    },
  };
}
