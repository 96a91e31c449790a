import { RESERVED_HANDLES_TEXT } from './reserved-handles.ts';

/**
 * The rules for handles. Only a–z, 0–9 and underscore: no other script can imitate one, so look-alikes across
 * scripts cannot exist. Handles are stored and compared in lower case.
 */
const HANDLE_MIN = 3;
export const HANDLE_MAX = 20;

/** Names that would pass for the service itself, or that stand for a page of it. */
const RESERVED_HANDLES: ReadonlySet<string> = new Set(RESERVED_HANDLES_TEXT.split(' '));

export type HandleProblem = 'TooShort' | 'TooLong' | 'BadCharacters' | 'BadStart' | 'Reserved';

/** What a person is told, for each problem. */
export const HANDLE_ADVICE: Readonly<Record<HandleProblem, string>> = {
  TooShort: `A handle has at least ${HANDLE_MIN} characters.`,
  TooLong: `A handle has at most ${HANDLE_MAX} characters.`,
  BadCharacters: 'A handle uses only the letters a–z, digits and underscores.',
  BadStart: 'A handle starts with a letter.',
  Reserved: 'This handle is reserved. Please choose another.',
};

/** The form in which a handle is stored and compared: without a leading @ and surrounding space, in lower case. */
export function normalizeHandle(input: string): string {
  return input.trim().replace(/^@/, '').toLowerCase();
}

/** @param handle in normal form. Returns what is wrong with it, or undefined when it may be taken. */
export function handleProblem(handle: string): HandleProblem | undefined {
  if (!/^[a-z0-9_]*$/.test(handle)) return 'BadCharacters';
  if (handle.length < HANDLE_MIN) return 'TooShort';
  if (handle.length > HANDLE_MAX) return 'TooLong';
  if (!/^[a-z]/.test(handle)) return 'BadStart';
  if (RESERVED_HANDLES.has(handle)) return 'Reserved';
  return undefined;
}
