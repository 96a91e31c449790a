import { graphemeLength } from '../../../../shared/graphemes.ts';
import { HANDLE_ADVICE, handleProblem, normalizeHandle } from '../../../../shared/handle.ts';
import { DISPLAY_NAME_MAX_GRAPHEMES } from '../../../../shared/limits.ts';

/** Accounts know addresses in lower case, however they are typed. */
export function normalizeEmail(input: string): string {
  return input.trim().toLowerCase();
}

export function emailProblem(input: string): string | undefined {
  const email = normalizeEmail(input);
  if (email === '') return 'Please enter your e-mail address.';
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? undefined : 'This is not a complete e-mail address.';
}

export function displayNameProblem(input: string): string | undefined {
  const name = input.trim();
  if (name === '') return 'Please enter the name that others see.';
  if (graphemeLength(name) <= DISPLAY_NAME_MAX_GRAPHEMES) return undefined;
  return `A display name has at most ${DISPLAY_NAME_MAX_GRAPHEMES} characters.`;
}

export function handleAdvice(input: string): string | undefined {
  const handle = normalizeHandle(input);
  if (handle === '') return 'Please choose a handle.';
  const problem = handleProblem(handle);
  return problem && HANDLE_ADVICE[problem];
}

/** Codes are six digits; people paste them with spaces. */
export function normalizeCode(input: string): string {
  return input.replace(/\s/g, '');
}

export function codeProblem(input: string): string | undefined {
  return /^\d{6}$/.test(normalizeCode(input)) ? undefined : 'The code has six digits.';
}
