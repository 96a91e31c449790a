import { expect, test } from 'vitest';
import { toDynamoDBWire } from './dynamodb-wire.ts';

const loose = {
  n: { N: 1.5 },
  ns: { NS: [1, '2'] },
  no: { NULL: null },
  deep: { L: [{ M: { N: { N: 7 } } }] },
  s: { S: 'x' },
};
const strict = {
  n: { N: '1.5' },
  ns: { NS: ['1', '2'] },
  no: { NULL: true },
  deep: { L: [{ M: { N: { N: '7' } } }] },
  s: { S: 'x' },
};

const cases: readonly (readonly [Record<string, unknown>, Record<string, unknown>])[] = [
  [
    { operation: 'GetItem', key: loose },
    { operation: 'GetItem', key: strict },
  ],
  [{ attributeValues: loose }, { attributeValues: strict }],
  ...['update', 'condition', 'filter', 'query'].map(
    (member) =>
      [
        { [member]: { expression: 'e', expressionValues: loose } },
        { [member]: { expression: 'e', expressionValues: strict } },
      ] as const,
  ),
  [
    { tables: { t: { keys: [loose], consistentRead: true } } },
    { tables: { t: { keys: [strict], consistentRead: true } } },
  ],
  [{ tables: { t: [loose] } }, { tables: { t: [strict] } }],
  [
    { transactItems: [{ table: 't', key: loose, condition: { expression: 'e', expressionValues: loose } }] },
    {
      transactItems: [{ table: 't', key: strict, condition: { expression: 'e', expressionValues: strict } }],
    },
  ],
  [
    { condition: null, limit: 5 },
    { condition: null, limit: 5 },
  ],
];

test.each(cases)('%j', (request, expected) => {
  expect(toDynamoDBWire(request)).toEqual(expected);
});

test('what is wrong stays wrong, for DynamoDB to refuse', () => {
  expect(toDynamoDBWire({ key: { a: { S: 1 }, b: 'x' } })).toEqual({ key: { a: { S: 1 }, b: 'x' } });
});
