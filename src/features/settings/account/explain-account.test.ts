import { expect, test, vi } from 'vitest';

vi.mock('virtual:amplify-outputs', () => ({ default: { auth: {} } }));
const { explainNewEmail, explainNewPassword, explainOwnPassword } = await import('./explain-account.ts');
const cognito = (name: string, message = ''): Error => Object.assign(new Error(message), { name });

test('a wrong password is told at its field, and nobody is sent to recover what they just used', () => {
  for (const explain of [explainOwnPassword, explainNewPassword, explainNewEmail]) {
    expect(explain(cognito('NotAuthorizedException', 'Incorrect username or password.'))).toEqual({
      message: 'This is not your password.',
      field: 'password',
    });
  }
});

test('too many wrong passwords are not one more wrong password', () => {
  const locked = explainOwnPassword(cognito('NotAuthorizedException', 'Password attempts exceeded'));
  expect(locked.field).toBeUndefined();
  expect(locked.message).toContain('Wait');
});

test('a refusal of the new password or address is told at that field', () => {
  expect(explainNewPassword(cognito('InvalidPasswordException')).field).toBe('newPassword');
  expect(explainNewEmail(cognito('AliasExistsException'))).toMatchObject({ field: 'email' });
  expect(explainNewEmail(cognito('CodeMismatchException')).field).toBe('code');
});
