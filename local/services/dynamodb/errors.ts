import { AwsError } from '../../core/errors.ts';
import type { Item } from './values/attribute-value.ts';

/** DynamoDB's answer to a request that it understands but does not accept. */
export function validationError(message: string): AwsError {
  return new AwsError('ValidationException', message);
}

/** The answer to JSON of the wrong shape, before anything is looked at. */
export function serializationError(message: string): AwsError {
  return new AwsError('SerializationException', message);
}

/** The table of a data operation does not exist. */
export function resourceNotFound(): AwsError {
  return new AwsError('ResourceNotFoundException', 'Requested resource not found');
}

/** The table of a control operation does not exist. */
export function tableNotFound(tableName: string): AwsError {
  return new AwsError(
    'ResourceNotFoundException',
    `Requested resource not found: Table: ${tableName} not found`,
  );
}

/** @param item the item as it is, when the caller asked for it with ReturnValuesOnConditionCheckFailure */
export function conditionalCheckFailed(item?: Item): AwsError {
  return new AwsError(
    'ConditionalCheckFailedException',
    'The conditional request failed',
    item ? { extra: { Item: item } } : {},
  );
}
