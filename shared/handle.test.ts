import { describe, expect, it } from 'vitest';
import { HANDLE_ADVICE, handleProblem, normalizeHandle } from './handle.ts';

describe('handles', () => {
  it.each([
    ['ada', undefined],
    ['ada_l0velace', undefined],
    ['ab', 'TooShort'],
    ['a'.repeat(21), 'TooLong'],
    ['_ada', 'BadStart'],
    ['1ada', 'BadStart'],
    ['ada-l', 'BadCharacters'],
    ['аda', 'BadCharacters'],
    ['ad\u200ba', 'BadCharacters'],
    ['admin', 'Reserved'],
  ])('%j: %s', (handle, problem) => {
    expect(handleProblem(handle)).toBe(problem);
    if (problem) expect(HANDLE_ADVICE[problem as keyof typeof HANDLE_ADVICE]).toBeTruthy();
  });

  it('normalises what people type', () => {
    expect(normalizeHandle('  @Ada ')).toBe('ada');
  });
});
