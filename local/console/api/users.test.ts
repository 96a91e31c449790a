import { describe, expect, test, vi } from 'vitest';
import { AwsError } from '../../core/errors.ts';
import { createConsoleFixture } from '../testing.ts';

const user = { userPoolId: 'us-east-1_Pool', username: 'somebody' };

describe('POST users/<action>', () => {
  test.each([
    ['confirm', 'AdminConfirmSignUp'],
    ['disable', 'AdminDisableUser'],
    ['enable', 'AdminEnableUser'],
    ['sign-out', 'AdminUserGlobalSignOut'],
    ['delete', 'AdminDeleteUser'],
  ])('%s calls %s as the developer', async (action, operation) => {
    const call = vi.fn().mockResolvedValue({});
    await using console = await createConsoleFixture({ call });
    expect(await console.post(`users/${action}`, user)).toEqual({ status: 200, body: { done: operation } });
    const input = { UserPoolId: 'us-east-1_Pool', Username: 'somebody' };
    expect(call.mock.calls).toEqual([[{ kind: 'developer' }, 'cognito-idp', operation, input]]);
  });

  test("the operation's own error comes through, with its status", async () => {
    const refusal = new AwsError('UserNotFoundException', 'User does not exist.', { statusCode: 400 });
    await using console = await createConsoleFixture({ call: () => Promise.reject(refusal) });
    const { status, body } = await console.post('users/delete', user);
    expect(status).toBe(400);
    expect(body).toEqual({
      error: 'UserNotFoundException',
      message: 'User does not exist.',
      resolution: expect.any(String),
    });
  });

  test.each([['users/promote'], ['users/toString'], ['users']])('%s is unknown', async (path) => {
    await using console = await createConsoleFixture();
    const { status, body } = await console.post(path, user);
    expect([status, body.error]).toEqual([400, 'UnknownAction']);
    expect(body.resolution).toContain('confirm');
  });

  test.each([
    ['{', 'The body is not JSON.'],
    ['[]', 'The body is not a JSON object.'],
    ['null', 'The body is not a JSON object.'],
    ['{}', 'The body lacks userPoolId, username.'],
    [JSON.stringify({ ...user, username: 7 }), 'The body lacks username.'],
    [JSON.stringify({ ...user, username: '' }), 'The body lacks username.'],
  ])('the body %s is refused', async (sent, message) => {
    await using console = await createConsoleFixture();
    const { status, body } = await console.post('users/confirm', sent);
    expect([status, body.error, body.message]).toEqual([400, 'BadBody', message]);
  });

  test('a body beyond the limit is refused', async () => {
    await using console = await createConsoleFixture();
    const { status, body } = await console.post('users/confirm', { username: 'x'.repeat(1024 * 1024) });
    expect([status, body.error]).toEqual([413, 'RequestEntityTooLargeException']);
  });
});
