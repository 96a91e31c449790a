import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHarness, PASSWORD } from './harness.ts';
import type { Harness } from './harness.ts';

const EMAIL = 'ada@example.com';
let harness: Harness;

beforeEach(async () => {
  harness = await createHarness();
});

afterEach(() => harness[Symbol.asyncDispose]());

function signUp(more: Record<string, unknown> = {}, into = harness) {
  return into.call('SignUp', {
    ClientId: into.clientId,
    Username: EMAIL,
    Password: PASSWORD,
    UserAttributes: [{ Name: 'email', Value: EMAIL }],
    ...more,
  });
}

function confirm(code: string, more: Record<string, unknown> = {}) {
  return harness.call('ConfirmSignUp', {
    ClientId: harness.clientId,
    Username: EMAIL,
    ConfirmationCode: code,
    ...more,
  });
}

test.each([
  ['Aa1!', 'Password not long enough'],
  ['correct-horse-7', 'Password must have uppercase characters'],
  ['CORRECT-HORSE-7', 'Password must have lowercase characters'],
  ['Correct-Horse', 'Password must have numeric characters'],
  ['CorrectHorse7', 'Password must have symbol characters'],
])('the password %s is refused', async (Password, reason) => {
  await expect(signUp({ Password })).rejects.toMatchObject({
    code: 'InvalidPasswordException',
    message: `Password did not conform with policy: ${reason}`,
  });
});

test.each([
  [{ Username: 'ada' }, 'InvalidParameterException', 'Username should be an email.'],
  [
    { UserAttributes: [{ Name: 'custom:nothing', Value: 'x' }] },
    'InvalidParameterException',
    'Attributes did not conform to the schema: custom:nothing: Attribute does not exist in the schema.\n',
  ],
  [
    { UserAttributes: [{ Name: 'email_verified', Value: 'true' }] },
    'NotAuthorizedException',
    'A client attempted to write unauthorized attribute',
  ],
  [{ ClientId: 'nobody' }, 'ResourceNotFoundException', 'User pool client nobody does not exist.'],
  [
    { Password: undefined },
    'InvalidParameterException',
    "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$",
  ],
  [{ SecretHash: 'x' }, 'NotAuthorizedException', /is not configured with a secret/],
])('%j is refused', async (input, code, message) => {
  const error = { code, message: typeof message === 'string' ? message : expect.stringMatching(message) };
  await expect(signUp(input)).rejects.toMatchObject(error);
  expect(await harness.admin('ListUsers')).toEqual({ Users: [] });
});

test('a name is taken once somebody signed up with it, confirmed or not, in any case', async () => {
  await signUp();
  await expect(signUp({ Username: 'ADA@example.com' })).rejects.toMatchObject({
    code: 'UsernameExistsException',
    message: 'An account with the given email already exists.',
  });
});

test('two sign-ups at once with one name make one user', async () => {
  const results = await Promise.allSettled([signUp(), signUp(), signUp()]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await harness.admin('ListUsers')).toMatchObject({ Users: [{ UserStatus: 'UNCONFIRMED' }] });
});

test('the user name is the sub, and the message is the one of the pool', async () => {
  const { UserSub } = await signUp();
  expect(await harness.admin('AdminGetUser', { Username: EMAIL })).toMatchObject({
    Username: UserSub,
    UserStatus: 'UNCONFIRMED',
    Enabled: true,
  });
  expect(harness.context.bus.recent('message').at(-1)).toMatchObject({
    subject: 'Hello',
    body: `The code is ${harness.code()}.`,
  });
});

test('a code works for 24 hours', async () => {
  await signUp();
  harness.context.clock.advance(24 * 3_600_000);
  const expired = {
    code: 'ExpiredCodeException',
    message: 'Invalid code provided, please request a code again.',
  };
  await expect(confirm(harness.code())).rejects.toMatchObject(expired);
  await harness.call('ResendConfirmationCode', { ClientId: harness.clientId, Username: EMAIL });
  await confirm(harness.code());
});

test('codes can be guessed and requested five times an hour', async () => {
  await signUp();
  const wrong = harness.code() === '123456' ? '654321' : '123456';
  for (let i = 0; i < 5; i += 1) {
    await expect(confirm(wrong)).rejects.toMatchObject({ code: 'CodeMismatchException' });
  }
  const limit = {
    code: 'LimitExceededException',
    message: 'Attempt limit exceeded, please try after some time.',
  };
  await expect(confirm(harness.code())).rejects.toMatchObject(limit);
  const resend = () =>
    harness.call('ResendConfirmationCode', { ClientId: harness.clientId, Username: EMAIL });
  for (let i = 0; i < 5; i += 1) await resend();
  await expect(resend()).rejects.toMatchObject(limit);
  harness.context.clock.advance(3_600_000);
  await confirm(harness.code());
});

test('an unknown name is not told from a known one', async () => {
  const nobody = { ClientId: harness.clientId, Username: 'Bob@Elsewhere.org' };
  const delivery = { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'B***@E***' };
  expect(await harness.call('ResendConfirmationCode', nobody)).toEqual({ CodeDeliveryDetails: delivery });
  expect(await harness.call('ForgotPassword', nobody)).toEqual({ CodeDeliveryDetails: delivery });
  await expect(harness.call('ConfirmSignUp', { ...nobody, ConfirmationCode: '1' })).rejects.toMatchObject({
    code: 'ExpiredCodeException',
  });
  await expect(
    harness.call('ConfirmForgotPassword', { ...nobody, ConfirmationCode: '1', Password: PASSWORD }),
  ).rejects.toMatchObject({ code: 'CodeMismatchException' });
  expect(harness.context.bus.recent('message')).toEqual([]);
});

test('a client of the old kind tells who exists', async () => {
  await using legacy = await createHarness({ client: { PreventUserExistenceErrors: 'LEGACY' } });
  const nobody = { ClientId: legacy.clientId, Username: 'bob@example.com' };
  await expect(legacy.signIn('bob@example.com')).rejects.toMatchObject({
    code: 'UserNotFoundException',
    message: 'User does not exist.',
  });
  await expect(legacy.call('ForgotPassword', nobody)).rejects.toMatchObject({
    code: 'UserNotFoundException',
    message: 'Username/client id combination not found.',
  });
});

test('in a pool with aliases an address belongs to whoever proves it', async () => {
  await using pool = await createHarness({
    pool: { UsernameAttributes: undefined, AliasAttributes: ['email'] },
  });
  const first = async (Username: string, more = {}) => {
    await signUp({ Username }, pool);
    const input = { ClientId: pool.clientId, Username, ConfirmationCode: pool.code(), ...more };
    return () => pool.call('ConfirmSignUp', input);
  };
  await expect(first(EMAIL)).rejects.toThrow('Username cannot be of email format');
  await (
    await first('ada')
  )();
  await expect(signUp({ Username: 'ADA' }, pool)).rejects.toMatchObject({
    code: 'UsernameExistsException',
    message: 'User already exists',
  });
  await expect((await first('bob'))()).rejects.toMatchObject({
    code: 'AliasExistsException',
    message: 'An account with the email already exists.',
  });
  const name = async () => (await pool.admin('AdminGetUser', { Username: EMAIL })).Username;
  expect(await name()).toBe('ada');
  await pool.call('ConfirmSignUp', {
    ClientId: pool.clientId,
    Username: 'bob',
    ConfirmationCode: pool.code(),
    ForceAliasCreation: true,
  });
  expect(await name()).toBe('bob');
});

test('a pool may leave sign-up to its administrators', async () => {
  await using closed = await createHarness({
    pool: { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } },
  });
  await expect(signUp({}, closed)).rejects.toMatchObject({
    code: 'NotAuthorizedException',
    message: 'SignUp is not permitted for this user pool',
  });
});
