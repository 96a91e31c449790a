import type { CloudContext } from '../../../core/context.ts';
import { AwsError, notCovered } from '../../../core/errors.ts';
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
  MaximumRecordAgeInSeconds?: number | string;
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
    covers: {
      honoured: [
        'EventSourceArn',
        'FunctionName',
        'BatchSize',
        'StartingPosition',
        'Enabled',
        'BisectBatchOnFunctionError',
        'MaximumRetryAttempts',
        'MaximumRecordAgeInSeconds',
        'FunctionResponseTypes',
        'FilterCriteria',
        'DestinationConfig',
      ],
      withoutEffect: {
        'a batch never waits to get fuller': ['MaximumBatchingWindowInSeconds'],
        'a stream has one shard, and one reader keeps its order': ['ParallelizationFactor'],
        'nothing is measured or billed': ['Tags', 'MetricsConfig'],
        'nothing is encrypted by a key of KMS': ['KmsKeyArn'],
      },
    },
    apply({ address, properties }) {
      const id = stableUuid(address);
      const config = toConfig(id, properties);
      requireAccess(cloud, registry, config);
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

/** Lambda reads the stream as the function's role. Throws AwsError InvalidParameterValueException when that may not. */
function requireAccess(cloud: CloudContext, registry: FunctionRegistry, config: MappingConfig): void {
  const { name, roleArn } = registry.get(config.functionName);
  const principal = { kind: 'role', roleArn, sessionName: name } as const;
  const { streamArn } = config;
  try {
    for (const action of ['DescribeStream', 'GetShardIterator', 'GetRecords']) {
      cloud.iam.authorize(principal, { action: `dynamodb:${action}`, resource: streamArn });
    }
    cloud.iam.authorize(principal, { action: 'dynamodb:ListStreams', resource: '*' });
  } catch (cause) {
    throw new AwsError(
      'InvalidParameterValueException',
      `Cannot access stream ${streamArn}. Please ensure the role can perform the GetRecords, GetShardIterator, DescribeStream, and ListStreams Actions on your stream in IAM.`,
      { cause },
    );
  }
}

/** Throws LocalCloudError for sources and options that are not covered. */
function toConfig(id: string, properties: Properties): MappingConfig {
  const source = properties.EventSourceArn ?? '';
  if (!/^arn:aws:dynamodb:.*\/stream\//.test(source)) {
    throw notCovered(`an event source mapping of ${source || 'a self-managed source'}`);
  }
  const onFailure = properties.DestinationConfig?.OnFailure?.Destination;
  if (onFailure !== undefined) throw notCovered(`the failure destination ${onFailure}`);
  const startingPosition = properties.StartingPosition ?? '';
  if (startingPosition === 'AT_TIMESTAMP') throw notCovered('the starting position AT_TIMESTAMP');
  if (!['LATEST', 'TRIM_HORIZON'].includes(startingPosition)) {
    const message =
      '1 validation error detected: Value null at startingPosition failed to satisfy constraint: Member must not be null.';
    throw new AwsError('InvalidParameterValueException', message);
  }
  return {
    id,
    streamArn: source,
    functionName: functionName(properties.FunctionName),
    batchSize: Number(properties.BatchSize ?? 100),
    startingPosition,
    bisect: String(properties.BisectBatchOnFunctionError) === 'true',
    maximumRetries: Number(properties.MaximumRetryAttempts ?? -1),
    maximumRecordAge: Number(properties.MaximumRecordAgeInSeconds ?? -1),
    reportsItemFailures: properties.FunctionResponseTypes?.includes('ReportBatchItemFailures') ?? false,
    patterns: (properties.FilterCriteria?.Filters ?? []).map(
      ({ Pattern }) => JSON.parse(Pattern ?? '{}') as unknown,
    ),
  };
}
