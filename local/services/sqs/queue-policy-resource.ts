import type { CloudContext } from '../../core/context.ts';
import type { ResourceHandler } from '../../core/resource.ts';
import { stableId } from '../../core/stable-id.ts';
import type { Queues } from './queues.ts';

interface Properties {
  Queues: string[];
  PolicyDocument: unknown;
}

/** `AWS::SQS::QueuePolicy`: who else may use the queues. */
export function queuePolicyResource(cloud: CloudContext, queues: Queues): ResourceHandler<Properties> {
  return {
    types: ['AWS::SQS::QueuePolicy'],
    covers: { honoured: ['Queues', 'PolicyDocument'] },
    apply({ address, properties }) {
      for (const url of properties.Queues) {
        cloud.iam.addResourcePolicy?.(queues.get(url).arn, properties.PolicyDocument);
      }
      return { ref: stableId(address, 20), attributes: {} };
    },
    remove({ previousProperties }) {
      for (const url of previousProperties?.Queues ?? []) {
        const queue = queues.find(url);
        if (queue) cloud.iam.removeResourcePolicy?.(queue.arn);
      }
    },
  };
}
