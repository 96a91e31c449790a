import outputs from 'virtual:amplify-outputs';
import type { PasswordPolicy } from './model/password-policy.ts';

/** The password policy of the deployed user pool. */
export const passwordPolicy: PasswordPolicy = outputs.auth.password_policy ?? {};
