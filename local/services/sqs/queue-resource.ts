import { notCovered } from '../../core/errors.ts';
import type { ResourceHandler } from '../../core/resource.ts';
import { stableId } from '../../core/stable-id.ts';
import type { Queues } from './queues.ts';

interface Properties {
  QueueName?: string;
  VisibilityTimeout?: number | string;
  MessageRetentionPeriod?: number | string;
  FifoQueue?: boolean | string;
}

/** `AWS::SQS::Queue`, standard queues alone. */
export function queueResource(queues: Queues): ResourceHandler<Properties> {
  return {
    types: ['AWS::SQS::Queue'],
    covers: {
      honoured: ['QueueName', 'VisibilityTimeout', 'MessageRetentionPeriod', 'FifoQueue'],
      withoutEffect: {
        'nothing is encrypted on a laptop': [
          'SqsManagedSseEnabled',
          'KmsMasterKeyId',
          'KmsDataKeyReusePeriodSeconds',
        ],
        'it describes': ['Tags'],
      },
    },
    apply({ address, logicalId, properties }) {
      if (properties.FifoQueue === true || properties.FifoQueue === 'true')
        throw notCovered('FIFO queues of SQS');
      const name = properties.QueueName ?? `${logicalId.slice(0, 60)}-${stableId(address, 12)}`;
      const queue = {
        name,
        arn: queues.arnOf(name),
        url: queues.urlOf(name),
        visibilitySeconds: Number(properties.VisibilityTimeout ?? 30),
        retentionSeconds: Number(properties.MessageRetentionPeriod ?? 345_600),
      };
      queues.put(queue);
      return { ref: queue.url, attributes: { Arn: queue.arn, QueueName: name, QueueUrl: queue.url } };
    },
    remove({ previousOutput }) {
      if (previousOutput) queues.remove(String(previousOutput.attributes['QueueName']));
    },
  };
}
