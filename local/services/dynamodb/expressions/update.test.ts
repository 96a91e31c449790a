import { describe, expect, test } from 'vitest';
import type { AttributeValue, Item } from '../values/attribute-value.ts';
import { applyUpdate } from './apply-update.ts';
import { parseUpdate } from './update-parser.ts';

const VALUES: Record<string, AttributeValue> = {
  ':one': { N: '1' },
  ':s': { S: 's' },
  ':list': { L: [{ N: '1' }, { N: '2' }] },
  ':map': { M: { a: { N: '1' } } },
  ':set': { SS: ['b', 'c'] },
  ':nums': { NS: ['2', '10'] },
};

function update(item: Item, expression: string): Item {
  const context = {
    names: new Map([['#p', '__proto__']]),
    values: new Map(Object.entries(VALUES)),
    used: new Set<string>(),
  };
  return applyUpdate(item, parseUpdate(expression, context));
}

const ITEM: Item = {
  n: { N: '5' },
  s: { S: 'x' },
  lst: { L: [{ S: 'a' }, { S: 'b' }, { S: 'c' }, { S: 'd' }] },
  doc: { M: { deep: { M: { n: { N: '1' } } } } },
  tags: { SS: ['a', 'b'] },
  nums: { NS: ['1', '2'] },
};

describe('SET', () => {
  test.each<[string, Item]>([
    ['SET fresh = :s', { fresh: { S: 's' } }],
    ['SET n = n + :one', { n: { N: '6' } }],
    ['SET n = :one - n', { n: { N: '-4' } }],
    ['SET hits = if_not_exists(hits, :one) + :one', { hits: { N: '2' } }],
    ['SET n = if_not_exists(n, :one)', { n: { N: '5' } }],
    ['SET doc.deep.n = doc.deep.n + :one', { doc: { M: { deep: { M: { n: { N: '2' } } } } } }],
    ['SET lst[1] = :s', { lst: { L: [{ S: 'a' }, { S: 's' }, { S: 'c' }, { S: 'd' }] } }],
    [
      'SET more = list_append(if_not_exists(more, :list), :list)',
      { more: { L: [1, 2, 1, 2].map((n) => ({ N: String(n) })) } },
    ],
    ['SET s = n, n = s', { s: { N: '5' }, n: { S: 'x' } }],
    ['set s = (n + :one)', { s: { N: '6' } }],
  ])('%s', (expression, changed) => {
    expect(update(ITEM, expression)).toEqual({ ...ITEM, ...changed });
  });

  test('elements beyond the end of a list are appended in the order of their indexes', () => {
    expect(update({ lst: { L: [] } }, 'SET lst[9] = :s, lst[5] = :one')).toEqual({
      lst: { L: [{ N: '1' }, { S: 's' }] },
    });
  });

  test('the item that was given stays as it is', () => {
    const before = structuredClone(ITEM);
    update(ITEM, 'SET doc.deep.n = :one, lst[0] = :one REMOVE lst[1], s ADD tags :set');
    expect(ITEM).toEqual(before);
  });

  test('any name can be set', () => {
    expect(Object.keys(update({}, 'SET #p = :s'))).toEqual(['__proto__']);
  });
});

test('REMOVE means the indexes of the list as it was', () => {
  expect(update(ITEM, 'SET lst[3] = :s REMOVE lst[0], lst[2], gone')).toEqual({
    ...ITEM,
    lst: { L: [{ S: 'b' }, { S: 's' }] },
  });
});

describe('ADD and DELETE', () => {
  test.each<[string, Item]>([
    ['ADD n :one', { n: { N: '6' } }],
    ['ADD fresh :one', { fresh: { N: '1' } }],
    ['ADD tags :set', { tags: { SS: ['a', 'b', 'c'] } }],
    ['ADD nums :nums', { nums: { NS: ['1', '2', '10'] } }],
    ['DELETE tags :set', { tags: { SS: ['a'] } }],
    ['DELETE gone :set', {}],
  ])('%s', (expression, changed) => {
    expect(update(ITEM, expression)).toEqual({ ...ITEM, ...changed });
  });

  test('a set that becomes empty is removed', () => {
    expect(update({ tags: { SS: ['b'] } }, 'DELETE tags :set')).toEqual({});
  });
});

describe('mistakes', () => {
  test.each([
    ['SET', 'Invalid UpdateExpression: Syntax error; token: "<EOF>", near: "SET"'],
    ['n = :one', 'Invalid UpdateExpression: Syntax error; token: "n", near: "n ="'],
    ['SET n = :one + :one + :one', 'Invalid UpdateExpression: Syntax error; token: "+", near: ":one + :one"'],
    [
      'SET n = :one SET s = :s',
      'Invalid UpdateExpression: The "SET" section can only be used once in an update expression;',
    ],
    [
      'SET n = size(s)',
      'Invalid UpdateExpression: The function is not allowed in an update expression; function: size',
    ],
    ['SET n = foo(s)', 'Invalid UpdateExpression: Invalid function name; function: foo'],
    [
      'SET n = n + :s',
      'Invalid UpdateExpression: Incorrect operand type for operator or function; operator or function: +, operand type: S',
    ],
    [
      'ADD n :s',
      'Invalid UpdateExpression: Incorrect operand type for operator or function; operator: ADD, operand type: STRING, typeSet: ALLOWED_FOR_ADD_OPERAND',
    ],
    [
      'DELETE tags :one',
      'Invalid UpdateExpression: Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER, typeSet: ALLOWED_FOR_DELETE_OPERAND',
    ],
    [
      'SET n = :one ADD n :one',
      'Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [n], path two: [n]',
    ],
    [
      'SET doc.a = :one, doc = :map',
      'Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [doc, a], path two: [doc]',
    ],
    [
      'SET x[0] = :one, x.a = :one',
      'Invalid UpdateExpression: Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [x, [0]], path two: [x, a]',
    ],
    ['SET n = gone', 'The provided expression refers to an attribute that does not exist in the item'],
    ['SET gone.a = :one', 'The document path provided in the update expression is invalid for update'],
    ['REMOVE gone.a', 'The document path provided in the update expression is invalid for update'],
    ['SET n[0] = :one', 'The document path provided in the update expression is invalid for update'],
    ['SET n = s + :one', 'An operand in the update expression has an incorrect data type'],
    ['SET x = list_append(n, :list)', 'An operand in the update expression has an incorrect data type'],
    ['ADD s :one', 'An operand in the update expression has an incorrect data type'],
    ['ADD tags :nums', 'An operand in the update expression has an incorrect data type'],
  ])('%s', (expression, message) => {
    expect(() => update(ITEM, expression)).toThrow(
      expect.objectContaining({ code: 'ValidationException', message }),
    );
  });
});
