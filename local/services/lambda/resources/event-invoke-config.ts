import { notCovered } from '../../../core/errors.ts';
import type { ResourceHandler } from '../../../core/resource.ts';
import { functionName, type FunctionRegistry } from '../functions.ts';

interface Properties {
  FunctionName: string;
  MaximumRetryAttempts?: number | string;
  MaximumEventAgeInSeconds?: number | string;
  DestinationConfig?: { OnSuccess?: unknown; OnFailure?: { Destination: string } };
}

/** `AWS::Lambda::EventInvokeConfig`: how often an event is tried, and the queue for what failed to the last. */
export function eventInvokeConfigResource(registry: FunctionRegistry): ResourceHandler<Properties> {
  return {
    types: ['AWS::Lambda::EventInvokeConfig'],
    covers: {
      honoured: ['FunctionName', 'MaximumRetryAttempts', 'DestinationConfig'],
      withoutEffect: {
        'all names stand for the one version': ['Qualifier'],
        'the retries follow within milliseconds': ['MaximumEventAgeInSeconds'],
      },
    },
    apply({ logicalId, properties }) {
      const { OnSuccess, OnFailure } = properties.DestinationConfig ?? {};
      if (OnSuccess) throw notCovered('destinations for success of asynchronous invocations');
      if (OnFailure && !/^arn:aws[a-z-]*:sqs:/.test(OnFailure.Destination)) {
        throw notCovered(`the destination ${OnFailure.Destination}`, 'Use a queue of SQS.');
      }
      registry.asyncConfigs.set(functionName(properties.FunctionName), {
        maximumRetryAttempts: Number(properties.MaximumRetryAttempts ?? 2),
        maximumEventAgeSeconds: Number(properties.MaximumEventAgeInSeconds ?? 21_600),
        ...(OnFailure && { onFailureArn: OnFailure.Destination }),
      });
      return { ref: logicalId, attributes: {} };
    },
    remove({ properties }) {
      registry.asyncConfigs.delete(functionName(properties.FunctionName));
    },
  };
}
