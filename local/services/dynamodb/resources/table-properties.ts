import { notCovered } from '../../../core/errors.ts';

type Json = Readonly<Record<string, unknown>>;

/** A table as a template describes it: CreateTable's input, and what other operations would set. */
export interface DesiredTable {
  /** Without TableName, when the template leaves the name to CloudFormation. */
  readonly createTable: Json;
  readonly timeToLiveAttribute?: string;
  readonly pointInTimeRecovery: boolean;
}

const UNCOVERED = [
  'KinesisStreamSpecification',
  'ImportSourceSpecification',
  'ResourcePolicy',
  'WriteProvisionedThroughputSettings',
  'IsImported',
];
/** What makes no difference here: capacity is not limited, tables are never replaced, nothing is reported. */
const WITHOUT_EFFECT = [
  'ServiceToken',
  'ServiceTimeout',
  'AllowDestructiveGraphqlSchemaUpdates',
  'ReplaceTableUponGsiUpdate',
  'ContributorInsightsSpecification',
  'OnDemandThroughput',
  'WarmThroughput',
  'WriteOnDemandThroughputSettings',
  'MultiRegionConsistency',
];
const COPIED = [
  'TableName',
  'AttributeDefinitions',
  'KeySchema',
  'LocalSecondaryIndexes',
  'TableClass',
  'Tags',
];
const READ = [
  'GlobalSecondaryIndexes',
  'BillingMode',
  'ProvisionedThroughput',
  'StreamSpecification',
  'SSESpecification',
  'SseSpecification',
  'TimeToLiveSpecification',
  'PointInTimeRecoverySpecification',
  'DeletionProtectionEnabled',
  'Replicas',
];

/**
 * Reads the properties of a table resource: AWS's own in PascalCase, or Amplify's custom one in camelCase, where values
 * may be text. Throws LocalCloudError for a property that is not covered.
 */
export function desiredTable(type: string, given: Json): DesiredTable {
  const properties = pascalCase(given) as Json;
  const unknown = Object.keys(properties).find((name) => isRefused(name, properties[name]));
  if (unknown) throw notCovered(`the property ${unknown} of ${type}`);
  const billingMode = properties.BillingMode ?? 'PROVISIONED';
  const timeToLive = properties.TimeToLiveSpecification as Json | undefined;
  const recovery = properties.PointInTimeRecoverySpecification as Json | undefined;
  const encryption = (properties.SSESpecification ?? properties.SseSpecification) as Json | undefined;
  const stream = properties.StreamSpecification as Json | undefined;
  const indexes = properties.GlobalSecondaryIndexes as readonly Json[] | undefined;
  return {
    createTable: {
      ...Object.fromEntries(
        COPIED.filter((name) => properties[name] !== undefined).map((name) => [
          name,
          nonEmpty(properties[name]),
        ]),
      ),
      BillingMode: billingMode,
      ...(properties.ProvisionedThroughput !== undefined && {
        ProvisionedThroughput: throughput(properties.ProvisionedThroughput as Json),
      }),
      ...(indexes && indexes.length > 0 && { GlobalSecondaryIndexes: indexes.map(indexProperties) }),
      ...(stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: stream.StreamViewType } }),
      SSESpecification: { Enabled: isTrue(encryption?.SSEEnabled ?? encryption?.SseEnabled) },
      DeletionProtectionEnabled: isTrue(properties.DeletionProtectionEnabled),
    },
    timeToLiveAttribute:
      timeToLive && isTrue(timeToLive.Enabled) ? (timeToLive.AttributeName as string) : undefined,
    pointInTimeRecovery: isTrue(recovery?.PointInTimeRecoveryEnabled),
  };
}

function isRefused(name: string, value: unknown): boolean {
  if (value === undefined || COPIED.includes(name) || READ.includes(name) || WITHOUT_EFFECT.includes(name))
    return false;
  return !(UNCOVERED.includes(name) && (value === false || value === 'false'));
}

function indexProperties(index: Json): Json {
  const { IndexName, KeySchema, Projection, ProvisionedThroughput } = index;
  return {
    IndexName,
    KeySchema,
    Projection,
    ...(ProvisionedThroughput !== undefined && {
      ProvisionedThroughput: throughput(ProvisionedThroughput as Json),
    }),
  };
}

function throughput(given: Json): Json {
  return {
    ReadCapacityUnits: Number(given.ReadCapacityUnits),
    WriteCapacityUnits: Number(given.WriteCapacityUnits),
  };
}

/** An empty list of indexes means none in a template, but is refused by CreateTable. */
function nonEmpty(value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? undefined : value;
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

function pascalCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pascalCase);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      `${name[0]!.toUpperCase()}${name.slice(1)}`,
      pascalCase(member),
    ]),
  );
}
