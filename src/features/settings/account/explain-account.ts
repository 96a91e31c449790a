import { explainAuth, type AuthProblem } from '../../auth/index.ts';

const WRONG_PASSWORD: AuthProblem = { message: 'This is not your password.', field: 'password' };

/** Words for an error where somebody who is signed in proves their password, in the field `password`. */
export function explainOwnPassword(error: unknown): AuthProblem {
  const problem = explainAuth(error);
  return problem.offer === 'recover' ? WRONG_PASSWORD : problem;
}

/** The same where a new password is chosen in the field `newPassword`. */
export function explainNewPassword(error: unknown): AuthProblem {
  const problem = explainAuth(error);
  if (problem.offer === 'recover') return WRONG_PASSWORD;
  return problem.field === 'password' ? { ...problem, field: 'newPassword' } : problem;
}

/** The same where a new address is chosen in the field `email`. */
export function explainNewEmail(error: unknown): AuthProblem {
  const problem = explainOwnPassword(error);
  if (problem.offer === 'sign-in') {
    return { message: 'There is an account with this address already.', field: 'email' };
  }
  return problem;
}
