import { AwsError, LocalCloudError } from '../../../../core/errors.ts';
import { ResolverError } from '../evaluator.ts';
import { UtilError } from '../util/util-error.ts';

/**
 * What a handler threw, as the field's error. A failure of the code itself becomes errorType `Code` with AppSync's
 * message, `code.js:<line>:<column>: <Error>: <message>`; the original is the error's `cause`.
 */
export function asResolverError(thrown: unknown): Error {
  if (thrown instanceof ResolverError || thrown instanceof LocalCloudError || thrown instanceof AwsError) {
    return thrown;
  }
  const { name, message, stack } = describe(thrown);
  const place = /code\.js:(\d+):(\d+)/.exec(stack);
  const prefix = place === null ? 'code.js' : `code.js:${place[1]}:${place[2]}`;
  const text = thrown instanceof UtilError ? message : `${name}: ${message}`;
  const failure = new ResolverError(`${prefix}: ${text}`, 'Code');
  failure.cause = thrown;
  return failure;
}

/** Errors of the sandbox are no instances of this realm's Error. */
function describe(thrown: unknown): { name: string; message: string; stack: string } {
  if (typeof thrown !== 'object' || thrown === null)
    return { name: 'Error', message: String(thrown), stack: '' };
  const error = thrown as { name?: unknown; message?: unknown; stack?: unknown };
  return {
    name: String(error.name ?? 'Error'),
    message: String(error.message ?? ''),
    stack: String(error.stack ?? ''),
  };
}
