import { expect, test } from 'vitest';
import type { Item } from '../values/attribute-value.ts';
import { parseProjection, project } from './projection.ts';

const ITEM: Item = {
  a: { S: 'a' },
  lst: { L: [{ N: '0' }, { N: '1' }, { M: { x: { N: '2' }, y: { N: '3' } } }] },
  doc: { M: { x: { N: '1' }, y: { M: { z: { N: '2' } } } } },
};

function parse(expression: string) {
  return parseProjection(expression, { names: new Map([['#a', 'a']]), values: new Map(), used: new Set() });
}

test.each<[string, Item]>([
  ['#a, gone', { a: { S: 'a' } }],
  ['doc.x', { doc: { M: { x: { N: '1' } } } }],
  ['doc.y.z, doc.x', { doc: { M: { y: { M: { z: { N: '2' } } }, x: { N: '1' } } } }],
  ['lst[2].y, lst[0]', { lst: { L: [{ N: '0' }, { M: { y: { N: '3' } } }] } }],
  ['lst[9], doc.nope, a.b', {}],
])('%s', (expression, expected) => {
  expect(project(ITEM, parse(expression))).toEqual(expected);
});

test.each([
  ['a,', 'Syntax error; token: "<EOF>", near: ","'],
  ['a b', 'Syntax error; token: "b", near: "a b"'],
  [':a', 'Syntax error; token: ":a", near: ":a"'],
  ['name', 'Attribute name is a reserved keyword; reserved keyword: name'],
  ['a[999999999999]', 'List index is not within the allowable range; index: [999999999999]'],
  [
    'a.b, a',
    'Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a]',
  ],
])('%s is refused', (expression, message) => {
  expect(() => parse(expression)).toThrow(`Invalid ProjectionExpression: ${message}`);
});
