import { HANDLE_ADVICE, handleProblem, normalizeHandle } from '../../../../shared/handle.ts';

/** Why nobody may have a handle as it was typed, and what to do; undefined when only the server can tell. */
export function handleAdvice(typed: string): string | undefined {
  const handle = normalizeHandle(typed);
  if (handle === '') return 'Please choose a handle.';
  // Letters of other scripts can look just like these: say which one it is, or nobody would find it.
  const foreign = /[\p{L}\p{M}\p{N}]/gu;
  const alien = [...handle.matchAll(foreign)]
    .map(([letter]) => letter)
    .find((letter) => !/[a-z0-9]/.test(letter));
  if (alien) {
    return `“${alien}” is not one of the letters a–z, even if it looks like one. Type it anew, without accents.`;
  }
  const problem = handleProblem(handle);
  return problem && HANDLE_ADVICE[problem];
}
