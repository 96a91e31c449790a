import { notCovered } from '../../../core/errors.ts';
import type { CapacityDetail } from '../items/capacity.ts';
import type { RequestReader } from './reader.ts';

/** How much the answer shall tell of the capacity that the request used. */
export function readCapacityDetail(request: RequestReader): CapacityDetail {
  return request.oneOf('ReturnConsumedCapacity', ['INDEXES', 'TOTAL', 'NONE']) ?? 'NONE';
}

export type ReturnValues = 'ALL_NEW' | 'UPDATED_OLD' | 'ALL_OLD' | 'NONE' | 'UPDATED_NEW';

export function readReturnValues(request: RequestReader): ReturnValues {
  return (
    request.oneOf('ReturnValues', ['ALL_NEW', 'UPDATED_OLD', 'ALL_OLD', 'NONE', 'UPDATED_NEW'] as const) ??
    'NONE'
  );
}

/** Sizes of item collections are estimates that AWS makes of partitions, which there are none of here. */
export function refuseCollectionMetrics(request: RequestReader): void {
  if (request.oneOf('ReturnItemCollectionMetrics', ['SIZE', 'NONE']) === 'SIZE') {
    throw notCovered("DynamoDB's ReturnItemCollectionMetrics SIZE", 'Leave it out, or say NONE.');
  }
}

/** What the legacy parameters of writes were replaced by. */
export const LEGACY_WRITE = {
  Expected: 'ConditionExpression',
  ConditionalOperator: 'ConditionExpression',
  AttributeUpdates: 'UpdateExpression',
} as const;

/** What the legacy parameters of reads were replaced by. */
export const LEGACY_READ = {
  AttributesToGet: 'ProjectionExpression',
  KeyConditions: 'KeyConditionExpression',
  QueryFilter: 'FilterExpression',
  ScanFilter: 'FilterExpression',
  ConditionalOperator: 'FilterExpression',
} as const;
