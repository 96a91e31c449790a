import { expect, test } from 'vitest';
import { AppError } from './app-error.ts';
import { explain } from './explain.ts';
import { toAppError } from './to-app-error.ts';

const graphql = (error: object): object => ({ data: null, errors: [error] });

test.each([
  [graphql({ errorType: 'MessageTooLong', message: 'x' }), 'MessageTooLong'],
  [graphql({ errorType: 'Lambda:DatabaseAsleepError', message: 'x' }), 'DatabaseResuming'],
  [graphql({ message: 'x', originalError: { name: 'NetworkError' } }), 'Network'],
  [graphql({ message: 'x', originalError: { name: 'UnauthorizedException' } }), 'SignedOut'],
  [graphql({ message: 'x', originalError: null }), 'Internal'],
  [Object.assign(new Error('x'), { name: 'NoValidAuthTokens' }), 'SignedOut'],
  [Object.assign(new Error('x'), { name: 'NotAuthorizedException' }), 'NotAuthorizedException'],
  [new Error('x'), 'Internal'],
  [undefined, 'Internal'],
  ['text', 'Internal'],
])('what was thrown has a type: %o', (thrown, type) => {
  expect(toAppError(thrown).type).toBe(type);
});

test('an error of ours says where its trace is', () => {
  const thrown = graphql({ errorType: 'Internal', message: 'x', errorInfo: { traceId: '1-a-b' } });
  expect(toAppError(thrown).traceId).toBe('1-a-b');
});

test('an AppError stays the same one', () => {
  const error = new AppError('Network', '');
  expect(toAppError(error)).toBe(error);
});

test('people never read what a server said', () => {
  const { title, advice } = explain(
    graphql({ errorType: 'Internal', message: 'relation "activities" does not exist' }),
  );
  expect(`${title} ${advice}`).not.toContain('relation');
});

test('only what may succeed the next time offers another attempt', () => {
  expect(explain(new AppError('Network', '')).retryable).toBe(true);
  expect(explain(new AppError('DatabaseResuming', '')).retryable).toBe(true);
  expect(explain(new AppError('MessageTooLong', '')).retryable).toBe(false);
});
