import type { CloudContext } from '../../../../core/context.ts';
import type { DataSourceCall, DataSourceOutcome } from '../data-source.ts';
import type { JsonObject } from '../request.ts';
import type { DynamoDbTarget } from './target.ts';

/** One operation of AppSync's DynamoDB data source; throws AwsError for what DynamoDB refuses. */
export type DynamoDbOperation = (
  cloud: CloudContext,
  target: DynamoDbTarget,
  request: JsonObject,
  call: DataSourceCall,
) => Promise<DataSourceOutcome>;
