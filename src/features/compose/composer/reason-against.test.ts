import { expect, test } from 'vitest';
import { reasonAgainst } from './reason-against.ts';

test.each([
  ['', 'Write something first.'],
  [' \n ', 'Write something first.'],
  ['👩‍👩‍👧‍👦'.repeat(5), undefined],
  [`  ${'a'.repeat(5)}  `, undefined],
  ['a'.repeat(7), 'At most 5 characters: 2 too many.'],
])('%j', (text, reason) => expect(reasonAgainst(text, 5)).toBe(reason));
