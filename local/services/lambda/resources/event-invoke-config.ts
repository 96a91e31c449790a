import { notCovered } from '../../../core/errors.ts';
import type { ResourceHandler } from '../../../core/resource.ts';
import { functionName, type FunctionRegistry } from '../functions.ts';

interface Properties {
  FunctionName: string;
  MaximumRetryAttempts?: number | string;
  MaximumEventAgeInSeconds?: number | string;
  DestinationConfig?: { OnSuccess?: unknown; OnFailure?: unknown };
}

/** `AWS::Lambda::EventInvokeConfig`: how often an event is tried. Destinations are not covered. */
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
      if (OnSuccess ?? OnFailure) throw notCovered('destinations of asynchronous invocations');
      registry.asyncConfigs.set(functionName(properties.FunctionName), {
        maximumRetryAttempts: Number(properties.MaximumRetryAttempts ?? 2),
        maximumEventAgeSeconds: Number(properties.MaximumEventAgeInSeconds ?? 21_600),
      });
      return { ref: logicalId, attributes: {} };
    },
    remove({ properties }) {
      registry.asyncConfigs.delete(functionName(properties.FunctionName));
    },
  };
}
