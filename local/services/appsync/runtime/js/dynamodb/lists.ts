import { toKeyCondition } from './key-condition.ts';
import { expressionMember, given, payloadOf, projectionMember } from './parts.ts';
import type { Payload } from './parts.ts';

type Request = Record<string, unknown>;

const PAGE = [
  'index',
  'limit',
  'nextToken',
  'consistentRead',
  'scanIndexForward',
  'select',
  'totalSegments',
  'segment',
];

export function query(input: unknown): Request {
  const payload = payloadOf(input, 'query');
  return { operation: 'Query', query: toKeyCondition(payload.query), ...page(payload) };
}

export function scan(input: unknown): Request {
  return { operation: 'Scan', ...page(payloadOf(input ?? {}, 'scan')) };
}

export function sync(input: unknown): Request {
  const payload = payloadOf(input ?? {}, 'sync');
  return {
    operation: 'Sync',
    ...given(payload, ['basePartitionKey', 'deltaIndexName', 'limit', 'nextToken', 'lastSync']),
    ...expressionMember('filter', payload.filter),
  };
}

function page(payload: Payload): Request {
  return {
    ...given(payload, PAGE),
    ...expressionMember('filter', payload.filter),
    ...projectionMember(payload.projection),
  };
}
