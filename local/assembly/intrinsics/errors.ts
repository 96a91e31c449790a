import { AwsError } from '../../core/errors.ts';
import type { Scope } from './scope.ts';

/** CloudFormation's `ValidationError` for a template, with the stack that it is about. */
export function templateError(scope: Pick<Scope, 'name'>, message: string): AwsError {
  return new AwsError('ValidationError', `Template error: ${message} (in ${scope.name})`);
}
