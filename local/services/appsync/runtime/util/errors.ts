import { ResolverError } from '../evaluator.ts';
import type { Run } from './run.ts';

/** `util.error`: ends the field with an error. */
export function raise(message: unknown, errorType?: unknown, data?: unknown, errorInfo?: unknown): never {
  throw new ResolverError(String(message), nullableText(errorType), data ?? null, errorInfo ?? null);
}

/** `util.appendError`: an error beside the data. */
export function appendError(
  run: Run,
  message: unknown,
  errorType?: unknown,
  data?: unknown,
  errorInfo?: unknown,
): void {
  run.appendedErrors.push({
    message: String(message),
    errorType: nullableText(errorType),
    data: data ?? null,
    errorInfo: errorInfo ?? null,
  });
}

/** `util.unauthorized`, in AppSync's words. */
export function unauthorized(run: Run): never {
  const { fieldName, parentTypeName } = run.context.info;
  throw new ResolverError(`Not Authorized to access ${fieldName} on type ${parentTypeName}`, 'Unauthorized');
}

/** `$util.validate`: raises when the condition does not hold. */
export function validate(condition: unknown, message: unknown, errorType?: unknown, data?: unknown): void {
  if (condition !== true) raise(message, errorType ?? 'CustomValidationException', data);
}

function nullableText(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
