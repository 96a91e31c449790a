import type { Operation } from '../../../core/service.ts';
import { randomPassword, type PasswordOptions } from '../password.ts';

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html */
export function getRandomPassword(): Operation<PasswordOptions> {
  return {
    authorize: () => [{ action: 'secretsmanager:GetRandomPassword', resource: '*' }],
    run: (input) => ({ RandomPassword: randomPassword(input) }),
  };
}
