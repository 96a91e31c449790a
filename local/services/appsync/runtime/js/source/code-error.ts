import { AwsError } from '../../../../../core/errors.ts';

/** Where in the code something is, counted from 1. */
export interface Location {
  readonly line: number;
  readonly column: number;
}

/**
 * What AWS answers to code that APPSYNC_JS refuses, when the resolver or function is created. AWS's message has no
 * details; ours names the place, since here nobody sees `detail.codeErrors`.
 */
export function codeError(problem: string, location?: Location): AwsError {
  const place = location === undefined ? '' : `code.js(${location.line},${location.column}): `;
  return new AwsError('BadRequestException', `The code contains one or more errors. ${place}${problem}`, {
    extra: {
      reason: 'CODE_ERROR',
      detail: { codeErrors: [{ errorType: 'PARSER_ERROR', value: problem, location: location ?? null }] },
    },
  });
}

export function locationOf(source: string, offset: number): Location {
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
