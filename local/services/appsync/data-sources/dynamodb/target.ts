import type { CloudContext } from '../../../../core/context.ts';
import type { Principal } from '../../../../core/principal.ts';
import type { AttributeMap } from './attribute-values.ts';

/** The table of a data source and the role that reaches it. */
export interface DynamoDbTarget {
  readonly tableName: string;
  readonly principal: Principal;
}

/** Calls DynamoDB as the data source's role. Throws AwsError. */
export function callDynamoDb<Output>(
  cloud: CloudContext,
  target: DynamoDbTarget,
  operation: string,
  input: Readonly<Record<string, unknown>>,
): Promise<Output> {
  return cloud.call<Output>(target.principal, 'dynamodb', operation, input);
}

export type { AttributeMap };
