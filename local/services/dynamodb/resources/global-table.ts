import { notCovered } from '../../../core/errors.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * The properties of an `AWS::DynamoDB::GlobalTable` as those of a table: what it says for its one replica counts for
 * the table. Throws LocalCloudError for replicas in other regions, of which a local cloud has none.
 */
export function globalTableProperties(properties: Json, region: string): Json {
  const { Replicas, ...rest } = properties;
  const replicas = (Replicas ?? []) as readonly Json[];
  const other = replicas.find((replica) => replica.Region !== region);
  if (other) {
    throw notCovered(
      `a replica of a global table in ${String(other.Region)}`,
      `Give the table one replica, in ${region}.`,
    );
  }
  const {
    Region: _,
    GlobalSecondaryIndexes: __,
    ReadOnDemandThroughputSettings: ___,
    ...settings
  } = replicas[0] ?? {};
  return { ...rest, ...settings };
}
