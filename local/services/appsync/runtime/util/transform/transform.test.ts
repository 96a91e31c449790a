import { describe, expect, test } from 'vitest';
import { toDynamoDBExpression } from './dynamodb-expression.ts';
import { toSubscriptionFilter } from './subscription-filter.ts';

describe('toDynamoDBExpression', () => {
  test.each([
    [{ title: { contains: 'x' } }, '(contains(#title,:title_contains))', { ':title_contains': { S: 'x' } }],
    [
      { id: { attributeExists: true }, version: { eq: 10 } },
      '(attribute_exists(#id)) AND (#version = :version_eq)',
      { ':version_eq': { N: 10 } },
    ],
    [
      { n: { between: [1, 2] } },
      '(#n BETWEEN :n_between_1 AND :n_between_2)',
      { ':n_between_1': { N: 1 }, ':n_between_2': { N: 2 } },
    ],
    [
      { n: { in: ['a', 'b'] } },
      '(#n IN (:n_in_1, :n_in_2))',
      { ':n_in_1': { S: 'a' }, ':n_in_2': { S: 'b' } },
    ],
    [{ n: { size: { ge: 3 } } }, '(size(#n) >= :n_size_ge)', { ':n_size_ge': { N: 3 } }],
    [
      { n: { attributeType: 'string' } },
      '(attribute_type(#n,:n_attributeType))',
      { ':n_attributeType': { S: 'S' } },
    ],
    [
      { not: { a: { beginsWith: 'x' } } },
      '((NOT ((begins_with(#a,:not_a_beginsWith)))))'.slice(1, -1),
      { ':not_a_beginsWith': { S: 'x' } },
    ],
    [{}, '', {}],
    [{ a: null, or: null }, '', {}],
  ])('%o', (filter, expression, expressionValues) => {
    expect(toDynamoDBExpression(filter)).toMatchObject({ expression, expressionValues });
  });

  test('alternatives keep their values apart', () => {
    const filter = { or: [{ owner: { eq: 'a' } }, { owner: { eq: 'b' }, open: { ne: false } }] };
    expect(toDynamoDBExpression(filter)).toEqual({
      expression: '((#owner = :or_0_owner_eq) OR ((#owner = :or_1_owner_eq) AND (#open <> :or_1_open_ne)))',
      expressionNames: { '#owner': 'owner', '#open': 'open' },
      expressionValues: {
        ':or_0_owner_eq': { S: 'a' },
        ':or_1_owner_eq': { S: 'b' },
        ':or_1_open_ne': { BOOL: false },
      },
    });
  });

  test('names with signs get placeholders of their own', () => {
    const { expressionNames } = toDynamoDBExpression({ 'a#b': { eq: 1 }, a_b: { eq: 2 } });
    expect(expressionNames).toEqual({ '#a_b': 'a#b', '#a_b_2': 'a_b' });
  });

  test('an unknown operator is an error', () => {
    expect(() => toDynamoDBExpression({ a: { like: 'x' } })).toThrow(/'like'/);
  });
});

describe('toSubscriptionFilter', () => {
  const filter = {
    percentage: { lte: undefined, le: 50, ge: 20 },
    and: [{ title: { ne: 'B' } }, { downs: { gt: 2 } }],
    or: [{ author: { eq: 'Admin' } }, { open: { eq: false } }],
  };
  const common = [
    { fieldName: 'percentage', operator: 'le', value: 50 },
    { fieldName: 'percentage', operator: 'ge', value: 20 },
    { fieldName: 'title', operator: 'ne', value: 'B' },
    { fieldName: 'downs', operator: 'gt', value: 2 },
  ];
  const author = { fieldName: 'author', operator: 'eq', value: 'Admin' };
  const open = { fieldName: 'open', operator: 'eq', value: false };
  const plain = { ...filter, percentage: { le: 50, ge: 20 } };

  test('alternatives become groups', () => {
    expect(toSubscriptionFilter(plain)).toEqual({
      filterGroup: [{ filters: [...common, author] }, { filters: [...common, open] }],
    });
  });
  test('ignored fields are left out, inside alternatives too', () => {
    expect(toSubscriptionFilter(plain, ['open'])).toEqual({
      filterGroup: [{ filters: [...common, author] }],
    });
  });
  test('one of the rules must hold beside the filter', () => {
    expect(toSubscriptionFilter({ a: { eq: 1 } }, [], { x: { eq: 2 }, y: { eq: 3 } })).toEqual({
      filterGroup: [
        {
          filters: [
            { fieldName: 'a', operator: 'eq', value: 1 },
            { fieldName: 'x', operator: 'eq', value: 2 },
          ],
        },
        {
          filters: [
            { fieldName: 'a', operator: 'eq', value: 1 },
            { fieldName: 'y', operator: 'eq', value: 3 },
          ],
        },
      ],
    });
  });
  test('nothing is null, and an unknown operator an error', () => {
    expect(toSubscriptionFilter({})).toBeNull();
    expect(() => toSubscriptionFilter(filter)).toThrow(/'lte'/);
  });
});
