import { expect, test } from 'vitest';
import { codeProblem, displayNameProblem, emailProblem, handleAdvice, normalizeEmail } from './fields.ts';
import { explainAuth } from './explain-auth.ts';
import { passwordProblem, requirements } from './password-policy.ts';

const cognito = (name: string, message = ''): Error => Object.assign(new Error(message), { name });
const STRICT = {
  min_length: 8,
  require_lowercase: true,
  require_uppercase: true,
  require_numbers: true,
  require_symbols: true,
};

test('a refusal of our own trigger is shown at its field, without what Cognito puts around it', () => {
  const text = 'PreSignUp failed with error This handle is taken. Please choose another..';
  expect(explainAuth(cognito('UserLambdaValidationException', text))).toEqual({
    message: 'This handle is taken. Please choose another.',
    field: 'handle',
  });
  const name = 'PreSignUp failed with error Please enter a display name.';
  expect(explainAuth(cognito('UserLambdaValidationException', name))).toMatchObject({ field: 'displayName' });
});

test.each([
  ['UsernameExistsException', 'email', 'sign-in'],
  ['NotAuthorizedException', undefined, 'recover'],
  ['CodeMismatchException', 'code', undefined],
  ['ExpiredCodeException', 'code', undefined],
  ['InvalidPasswordException', 'password', undefined],
])('%s says where and what to do', (name, field, offer) => {
  const problem = explainAuth(cognito(name, 'Cognito says something'));
  expect(problem).toMatchObject({ message: expect.not.stringContaining('Cognito') });
  expect([problem.field, problem.offer]).toEqual([field, offer]);
});

test('too many wrong passwords are not one more wrong password', () => {
  const error = cognito('NotAuthorizedException', 'Password attempts exceeded');
  expect(explainAuth(error).message).toBe(explainAuth(cognito('LimitExceededException')).message);
});

test('a network that is down is said as everywhere', () => {
  expect(explainAuth(cognito('NetworkError')).message).toContain('Check your connection');
});

test('the policy is met rule by rule', () => {
  expect(requirements(STRICT, 'abcdefgh').map(({ met }) => met)).toEqual([true, true, false, false, false]);
  expect(requirements({ min_length: 12 }, 'x')).toHaveLength(1);
  expect(passwordProblem(STRICT, 'Abcdef1!')).toBeUndefined();
  expect(passwordProblem(STRICT, 'Abcdef1 x')).toBeUndefined();
  expect(passwordProblem(STRICT, ' Abcdef1!')).toContain('space');
  expect(passwordProblem(STRICT, 'Abcdefg1')).toContain('symbol');
  expect(passwordProblem(STRICT, '')).toBeDefined();
});

test('fields say what is wrong', () => {
  expect(emailProblem(' Ada@Example.com ')).toBeUndefined();
  expect(normalizeEmail(' Ada@Example.com ')).toBe('ada@example.com');
  expect(emailProblem('ada@example')).toBeDefined();
  expect(displayNameProblem('👩‍👩‍👧‍👦'.repeat(50))).toBeUndefined();
  expect(displayNameProblem('x'.repeat(51))).toContain('50');
  expect(displayNameProblem('  ')).toBeDefined();
  expect(handleAdvice('@Ada')).toBeUndefined();
  expect(handleAdvice('admin')).toContain('reserved');
  expect(codeProblem('12 34 56')).toBeUndefined();
  expect(codeProblem('12345a')).toBeDefined();
});
