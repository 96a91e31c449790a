import type { CloudContext } from '../../../core/context.ts';
import { notCovered } from '../../../core/errors.ts';
import type { ResourceHandler } from '../../../core/resource.ts';
import { stableUuid } from '../../../core/stable-id.ts';
import { startMapping, type Mapping, type MappingConfig } from '../event-sources/mapping.ts';
import type { Positions } from '../event-sources/positions.ts';
import { functionName, type FunctionRegistry } from '../functions.ts';
import type { RunFunction } from '../run.ts';

interface Properties {
  EventSourceArn?: string;
  FunctionName: string;
  BatchSize?: number | string;
  StartingPosition?: string;
  Enabled?: boolean | string;
  BisectBatchOnFunctionError?: boolean | string;
  MaximumRetryAttempts?: number | string;
  FunctionResponseTypes?: string[];
  FilterCriteria?: { Filters?: { Pattern?: string }[] };
  DestinationConfig?: { OnFailure?: { Destination?: string } };
}

/** `AWS::Lambda::EventSourceMapping` of a DynamoDB stream. */
export function eventSourceMappingResource(
  cloud: CloudContext,
  registry: FunctionRegistry,
  runFunction: RunFunction,
  positions: Positions,
  mappings: Map<string, Mapping>,
): ResourceHandler<Properties> {
  function stop(id: string): void {
    mappings.get(id)?.stop();
    mappings.delete(id);
  }
  return {
    types: ['AWS::Lambda::EventSourceMapping'],
    apply({ address, properties }) {
      const id = stableUuid(address);
      const config = toConfig(id, properties);
      const unchanged = JSON.stringify(mappings.get(id)?.config) === JSON.stringify(config);
      if (String(properties.Enabled ?? true) !== 'true') stop(id);
      else if (!unchanged) {
        stop(id);
        mappings.set(id, startMapping(cloud, registry, runFunction, positions, config));
      }
      const arn = `arn:aws:lambda:${cloud.region}:${cloud.accountId}:event-source-mapping:${id}`;
      return { ref: id, attributes: { Id: id, EventSourceMappingArn: arn } };
    },
    remove: ({ address }) => stop(stableUuid(address)),
  };
}

/** Throws LocalCloudError for sources and options that are not covered. */
function toConfig(id: string, properties: Properties): MappingConfig {
  const source = properties.EventSourceArn ?? '';
  if (!/^arn:aws:dynamodb:.*\/stream\//.test(source)) {
    throw notCovered(`an event source mapping of ${source || 'a self-managed source'}`);
  }
  // What fails for good is told in the log; nothing may wait for it elsewhere in silence.
  const onFailure = properties.DestinationConfig?.OnFailure?.Destination;
  if (onFailure !== undefined && !onFailure.includes(':sqs:') && !onFailure.includes(':sns:')) {
    throw notCovered(`the failure destination ${onFailure}`);
  }
  return {
    id,
    streamArn: source,
    functionName: functionName(properties.FunctionName),
    batchSize: Number(properties.BatchSize ?? 100),
    startingPosition: properties.StartingPosition ?? 'LATEST',
    bisect: String(properties.BisectBatchOnFunctionError) === 'true',
    maximumRetries: Number(properties.MaximumRetryAttempts ?? -1),
    reportsItemFailures: properties.FunctionResponseTypes?.includes('ReportBatchItemFailures') ?? false,
    patterns: (properties.FilterCriteria?.Filters ?? []).map(
      ({ Pattern }) => JSON.parse(Pattern ?? '{}') as unknown,
    ),
  };
}
