import { AwsError } from '../../../core/errors.ts';

/** AppSync's 401: no credentials that this API takes, or wrong ones. */
export function unauthorized(message = 'You are not authorized to make this call.'): AwsError {
  return new AwsError('UnauthorizedException', message, { statusCode: 401 });
}
