import { expect, test } from 'vitest';
import { readEvents } from './read-events.ts';

const where = { page: '/', release: 'abc' };
const error = { ...where, kind: 'error', name: 'TypeError', message: 'x is undefined' };

test('errors and vitals are read; what else they carry is dropped, and long texts are cut', () => {
  const vital = { ...where, kind: 'vital', name: 'LCP', value: 1234.5 };
  const [first, second] = readEvents([
    { ...error, email: 'ada@example.com', stack: 'x'.repeat(9000) },
    vital,
  ]);
  expect(first).toEqual({ ...error, stack: 'x'.repeat(2000) });
  expect(second).toEqual(vital);
});

test.each([
  ['nothing', undefined],
  ['no list', {}],
  ['an empty list', []],
  ['too many', Array.from({ length: 21 }, () => error)],
  ['no object', ['x']],
  ['an unknown kind', [{ ...error, kind: 'gossip' }]],
  ['a number for a text', [{ ...error, message: 5 }]],
  ['an unknown vital', [{ ...where, kind: 'vital', name: 'XYZ', value: 1 }]],
  ['no number', [{ ...where, kind: 'vital', name: 'CLS', value: '1' }]],
  ['an infinite one', [{ ...where, kind: 'vital', name: 'CLS', value: Infinity }]],
])('%s is refused', (_name, given) => {
  expect(() => readEvents(given)).toThrow(expect.objectContaining({ type: 'InvalidReport' }));
});
