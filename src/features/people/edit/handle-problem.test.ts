import { expect, test } from 'vitest';
import { handleAdvice } from './handle-problem.ts';

test.each([
  ['ada', undefined],
  [' @Ada_1 ', undefined],
  ['', 'Please choose a handle.'],
  ['ad', 'A handle has at least 3 characters.'],
  ['a'.repeat(21), 'A handle has at most 20 characters.'],
  ['1ada', 'A handle starts with a letter.'],
  ['ada lovelace', 'A handle uses only the letters a–z, digits and underscores.'],
  ['admin', 'This handle is reserved. Please choose another.'],
])('%j', (typed, advice) => expect(handleAdvice(typed)).toBe(advice));

test.each([
  ['аda', 'а'],
  ['adа', 'а'],
  ['zoë', 'ë'],
  ['ａda', 'ａ'],
  ['ada١', '١'],
])('the look-alike in %s is named', (typed, letter) =>
  expect(handleAdvice(typed)).toContain(`“${letter}” is not`),
);
