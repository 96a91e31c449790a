import type { CloudContext } from '../../core/context.ts';
import type { AwsService } from '../../core/service.ts';
import { deleteMessage } from './operations/DeleteMessage.ts';
import { getQueueAttributes } from './operations/GetQueueAttributes.ts';
import { getQueueUrl } from './operations/GetQueueUrl.ts';
import { listQueues } from './operations/ListQueues.ts';
import { purgeQueue } from './operations/PurgeQueue.ts';
import { receiveMessage } from './operations/ReceiveMessage.ts';
import { sendMessage } from './operations/SendMessage.ts';
import { queuePolicyResource } from './queue-policy-resource.ts';
import { queueResource } from './queue-resource.ts';
import { createQueues } from './queues.ts';

/** Amazon SQS: standard queues, as dead-letter queues need them. */
export function createSqs(cloud: CloudContext): AwsService {
  const queues = createQueues(cloud);
  return {
    id: 'sqs',
    signingName: 'sqs',
    protocol: { kind: 'json', version: '1.0', targetPrefix: 'AmazonSQS' },
    operations: {
      DeleteMessage: deleteMessage(queues),
      GetQueueAttributes: getQueueAttributes(queues),
      GetQueueUrl: getQueueUrl(queues),
      ListQueues: listQueues(queues),
      PurgeQueue: purgeQueue(queues),
      ReceiveMessage: receiveMessage(queues),
      SendMessage: sendMessage(queues),
    },
    resources: [queueResource(queues), queuePolicyResource(cloud, queues)],
    async stop() {
      queues.close();
    },
    async reset() {
      queues.clear();
    },
    async inspect() {
      return queues.list().map((queue) => ({ ...queue, ...queues.count(queue.name) }));
    },
  };
}
