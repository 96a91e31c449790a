import { attributeValues, expressionMember, given, payloadOf, projectionMember } from './parts.ts';
import { toUpdateExpression } from './update-expression.ts';

type Request = Record<string, unknown>;

const VERSIONED = ['customPartitionKey', 'populateIndexFields', '_version'];

export function get(input: unknown): Request {
  const payload = payloadOf(input, 'get');
  return {
    operation: 'GetItem',
    key: attributeValues(payload.key, 'key'),
    ...given(payload, ['consistentRead']),
    ...projectionMember(payload.projection),
  };
}

export function put(input: unknown): Request {
  const payload = payloadOf(input, 'put');
  return {
    operation: 'PutItem',
    key: attributeValues(payload.key, 'key'),
    attributeValues: attributeValues(payload.item, 'item'),
    ...expressionMember('condition', payload.condition),
    ...given(payload, VERSIONED),
  };
}

export function update(input: unknown): Request {
  const payload = payloadOf(input, 'update');
  return {
    operation: 'UpdateItem',
    key: attributeValues(payload.key, 'key'),
    update: toUpdateExpression(payload.update),
    ...expressionMember('condition', payload.condition),
    ...given(payload, VERSIONED),
  };
}

export function remove(input: unknown): Request {
  const payload = payloadOf(input, 'remove');
  return {
    operation: 'DeleteItem',
    key: attributeValues(payload.key, 'key'),
    ...expressionMember('condition', payload.condition),
    ...given(payload, VERSIONED),
  };
}
