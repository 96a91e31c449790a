import { describe, expect, test } from 'vitest';
import type { AttributeValue } from '../values/attribute-value.ts';
import { parseCondition } from './condition-parser.ts';
import { holds } from './evaluate.ts';

const VALUES: Record<string, AttributeValue> = {
  ':a': { S: 'a' },
  ':b': { S: 'b' },
  ':n': { N: '1' },
  ':ten': { N: '10' },
  ':yes': { BOOL: true },
  ':ss': { S: 'SS' },
  ':set': { SS: ['a', 'b'] },
  ':list': { L: [{ S: 'a' }] },
};

function parse(expression: string) {
  return parseCondition(expression, 'ConditionExpression', {
    names: new Map([
      ['#name', 'name'],
      ['#dot', 'a.b'],
    ]),
    values: new Map(Object.entries(VALUES)),
    used: new Set(),
  });
}

describe('mistakes', () => {
  test.each([
    ['', 'The expression can not be empty;'],
    ['foo = :a)', 'Syntax error; token: ")", near: ":a)"'],
    ['(foo = :a', 'Syntax error; token: "<EOF>", near: ":a"'],
    ['foo', 'Syntax error; token: "<EOF>", near: "foo"'],
    ['foo = :a AND', 'Syntax error; token: "<EOF>", near: "AND"'],
    ['foo[-1] = :a', 'Syntax error; token: "-", near: "[-1"'],
    ['foo @ :a', 'Syntax error; token: "@", near: "foo @ :a"'],
    ['foo = :a = :n', 'Syntax error; token: "=", near: ":a = :n"'],
    ['foo in ()', 'Syntax error; token: ")", near: "()"'],
    ['((foo = :a))', 'The expression has redundant parentheses;'],
    ['name = :a', 'Attribute name is a reserved keyword; reserved keyword: name'],
    ['foo.Size = :a', 'Attribute name is a reserved keyword; reserved keyword: Size'],
    ['foo = :zz', 'An expression attribute value used in expression is not defined; attribute value: :zz'],
    [
      '#zz = :a',
      'An expression attribute name used in the document path is not defined; attribute name: #zz',
    ],
    ['bla(foo)', 'Invalid function name; function: bla'],
    ['size(foo)', 'The function is not allowed to be used this way in an expression; function: size'],
    [
      'begins_with(foo, :a) = :a',
      'The function is not allowed to be used this way in an expression; function: begins_with',
    ],
    [
      'size(foo, :a) > :n',
      'Incorrect number of operands for operator or function; operator or function: size, number of operands: 2',
    ],
    [
      'begins_with(foo, :n)',
      'Incorrect operand type for operator or function; operator or function: begins_with, operand type: N',
    ],
    [
      'foo < :yes',
      'Incorrect operand type for operator or function; operator or function: <, operand type: BOOL',
    ],
    [
      'attribute_exists(:a)',
      'Operator or function requires a document path; operator or function: attribute_exists',
    ],
    [
      'attribute_type(foo, :a)',
      'Invalid attribute type name found; type: a, valid types: {N,BS,L,B,NULL,M,S,SS,NS,BOOL}',
    ],
    [
      'foo = foo',
      'The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [foo]',
    ],
    [
      'foo between :a and :n',
      'The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {S:a}, upper bound operand: AttributeValue: {N:1}',
    ],
    [
      'foo between :b and :a',
      'The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {S:b}, upper bound operand: AttributeValue: {S:a}',
    ],
  ])('%s', (expression, message) => {
    expect(() => parse(expression)).toThrow(
      expect.objectContaining({
        code: 'ValidationException',
        message: `Invalid ConditionExpression: ${message}`,
      }),
    );
  });

  test('syntax is told before anything else', () => {
    expect(() => parse('name = :zz AND')).toThrow('Syntax error');
  });
});

describe('what holds', () => {
  const item: Record<string, AttributeValue> = {
    s: { S: 'abc' },
    n: { N: '9' },
    b: { B: 'AQID' },
    flag: { BOOL: true },
    none: { NULL: true },
    tags: { SS: ['a', 'b'] },
    nums: { NS: ['1', '10'] },
    lst: { L: [{ S: 'a' }, { M: { deep: { N: '10' } } }] },
    doc: { M: { name: { S: 'a' } } },
    'a.b': { S: 'dotted' },
  };
  test.each([
    ['s > :a', true],
    ['n < :ten', true],
    ['n > :ten', false],
    ['n <> :n', true],
    ['gone <> :n', true],
    ['gone = :n', false],
    ['s < :ten', false],
    ['n BETWEEN :n AND :ten', true],
    ['s IN (:a, :b)', false],
    ['doc.#name IN (:b, :a)', true],
    ['tags = :set', true],
    ['lst[0] = :a', true],
    ['lst[1].deep = :ten', true],
    ['lst[2] = :a', false],
    ['attribute_exists(lst[1].deep)', true],
    ['attribute_not_exists(doc.elsewhere)', true],
    ['attribute_exists(#dot)', true],
    ['attribute_type(tags, :ss)', true],
    ['attribute_type(s, :ss)', false],
    ['begins_with(s, :a)', true],
    ['begins_with(n, :a)', false],
    ['contains(s, :b)', true],
    ['contains(tags, :b)', true],
    ['contains(nums, :ten)', true],
    ['contains(lst, :a)', true],
    ['contains(n, :a)', false],
    ['size(s) > :n', true],
    ['size(lst) < :ten', true],
    ['size(tags) = size(nums)', true],
    ['size(n) = :n', false],
    ['size(b) > :n AND size(doc) = :n', true],
    ['NOT s = :a', true],
    ['NOT NOT s = :a', false],
    ['s = :a OR n = :n OR flag = :yes', true],
    ['s = :a AND n = :n OR flag = :yes', true],
    ['s = :a AND (n = :n OR flag = :yes)', false],
    ['not s = :a and n = :n', false],
    ['(s) <> (:a)', true],
    ['valueOf = :a', false],
    ['attribute_exists(toString)', false],
  ])('%s is %s', (expression, expected) => {
    expect(holds(parse(expression), item)).toBe(expected);
  });
});
