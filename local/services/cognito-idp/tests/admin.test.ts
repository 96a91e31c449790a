import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyResource } from '../../../core/testing.ts';
import { peekJwt } from '../tokens/jwt.ts';
import { createHarness, PASSWORD } from './harness.ts';
import type { Harness } from './harness.ts';

const EMAIL = 'ada@example.com';
let harness: Harness;

beforeEach(async () => {
  harness = await createHarness();
});

afterEach(() => harness[Symbol.asyncDispose]());

const create = (Username = EMAIL, more: Record<string, unknown> = {}) =>
  harness.admin('AdminCreateUser', { Username, TemporaryPassword: PASSWORD, ...more });

test('IAM is asked for the operation, on the ARN of the pool', async () => {
  await harness.admin('ListUsers');
  await expect(harness.admin('AdminGetUser', { Username: 'nobody' })).rejects.toMatchObject({
    code: 'UserNotFoundException',
    message: 'User does not exist.',
  });
  const resource = `arn:aws:cognito-idp:us-east-1:000000000000:userpool/${harness.poolId}`;
  expect(harness.context.authorized.map(({ permission }) => permission)).toEqual([
    { action: 'cognito-idp:ListUsers', resource },
    { action: 'cognito-idp:AdminGetUser', resource },
  ]);
});

test('an invitation carries the name and the password, which ends after a week', async () => {
  const { User } = await create(EMAIL, { TemporaryPassword: undefined });
  expect(User).toMatchObject({ UserStatus: 'FORCE_CHANGE_PASSWORD', Enabled: true });
  const message = harness.context.bus.recent('message').at(-1);
  expect(message?.body).toBe(`Your username is ${EMAIL} and temporary password is ${message?.code}.`);
  await expect(create()).rejects.toMatchObject({ code: 'UsernameExistsException' });
  const signIn = () =>
    harness.call('InitiateAuth', {
      ClientId: harness.clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: EMAIL, PASSWORD: message?.code },
    });
  expect(await signIn()).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
  harness.context.clock.advance(7 * 86_400_000);
  await expect(signIn()).rejects.toMatchObject({
    message: 'Temporary password has expired and must be reset by an administrator.',
  });
});

test('a permanent password confirms, a reset one must be chosen anew', async () => {
  await create(EMAIL, { MessageAction: 'SUPPRESS' });
  expect(harness.context.bus.recent('message')).toEqual([]);
  await harness.admin('AdminSetUserPassword', { Username: EMAIL, Password: PASSWORD, Permanent: true });
  await harness.signIn(EMAIL);
  await expect(harness.admin('AdminResetUserPassword', { Username: EMAIL })).rejects.toThrow(
    'Cannot reset password for the user as there is no registered/verified email or phone_number',
  );
  await harness.admin('AdminUpdateUserAttributes', {
    Username: EMAIL,
    UserAttributes: [{ Name: 'email_verified', Value: 'true' }],
  });
  await harness.admin('AdminResetUserPassword', { Username: EMAIL });
  await expect(harness.signIn(EMAIL)).rejects.toMatchObject({
    code: 'PasswordResetRequiredException',
    message: 'Password reset required for the user',
  });
  await harness.call('ConfirmForgotPassword', {
    ClientId: harness.clientId,
    Username: EMAIL,
    ConfirmationCode: harness.code(),
    Password: 'Other-Horse-8',
  });
  await harness.signIn(EMAIL, 'Other-Horse-8');
});

test('a password can be forgotten five times an hour, and the code works for one hour', async () => {
  await harness.person();
  const forgot = () => harness.call('ForgotPassword', { ClientId: harness.clientId, Username: EMAIL });
  await forgot();
  harness.context.clock.advance(3_600_000);
  await expect(
    harness.call('ConfirmForgotPassword', {
      ClientId: harness.clientId,
      Username: EMAIL,
      ConfirmationCode: harness.code(),
      Password: PASSWORD,
    }),
  ).rejects.toMatchObject({ code: 'ExpiredCodeException' });
  for (let i = 0; i < 5; i += 1) await forgot();
  await expect(forgot()).rejects.toMatchObject({ code: 'LimitExceededException' });
});

test('attributes: immutable ones stay as they are, required ones stay, addresses are unique', async () => {
  await harness.person('bob@example.com');
  await harness.person();
  const { AccessToken } = await harness.signIn(EMAIL);
  const update = (Name: string, Value: string) =>
    harness.call('UpdateUserAttributes', { AccessToken, UserAttributes: [{ Name, Value }] });
  await expect(update('custom:tenant', 'one')).rejects.toMatchObject({
    code: 'InvalidParameterException',
    message: 'user.custom:tenant: Attribute cannot be updated.\n',
  });
  expect(await update('custom:plan', 'large')).toEqual({ CodeDeliveryDetailsList: [] });
  await expect(update('email', 'BOB@example.com')).rejects.toMatchObject({
    code: 'AliasExistsException',
    message: 'An account with the email already exists.',
  });
  await expect(update('email', 'nonsense')).rejects.toThrow('Invalid email address format.');
  await expect(
    harness.call('DeleteUserAttributes', { AccessToken, UserAttributeNames: ['email'] }),
  ).rejects.toThrow('email: The attribute is required');
  await harness.call('DeleteUserAttributes', { AccessToken, UserAttributeNames: ['custom:plan'] });
  const { UserAttributes } = await harness.call('GetUser', { AccessToken });
  expect((UserAttributes as unknown as { Name: string }[]).map(({ Name }) => Name)).toEqual([
    'email',
    'email_verified',
    'sub',
  ]);
});

test('a client reads and writes what it may', async () => {
  await using narrow = await createHarness({
    client: { ReadAttributes: ['email'], WriteAttributes: ['email'] },
  });
  await narrow.person();
  const { AccessToken, IdToken } = await narrow.signIn(EMAIL);
  expect(peekJwt(String(IdToken))).not.toHaveProperty('email_verified');
  await expect(
    narrow.call('UpdateUserAttributes', {
      AccessToken,
      UserAttributes: [{ Name: 'custom:plan', Value: 'x' }],
    }),
  ).rejects.toMatchObject({ message: 'A client attempted to write unauthorized attribute' });
});

test('groups show in tokens, by precedence', async () => {
  await applyResource(harness.idp, 'AWS::Cognito::UserPoolGroup', 'staff', {
    UserPoolId: harness.poolId,
    GroupName: 'staff',
    Precedence: 2,
    RoleArn: 'arn:aws:iam::000000000000:role/staff',
  });
  await harness.admin('CreateGroup', {
    GroupName: 'admins',
    Precedence: 1,
    RoleArn: 'arn:aws:iam::000000000000:role/admins',
  });
  await expect(harness.admin('CreateGroup', { GroupName: 'admins' })).rejects.toMatchObject({
    code: 'GroupExistsException',
  });
  await harness.person();
  for (const GroupName of ['staff', 'admins']) {
    await harness.admin('AdminAddUserToGroup', { GroupName, Username: EMAIL });
  }
  await expect(
    harness.admin('AdminAddUserToGroup', { GroupName: 'none', Username: EMAIL }),
  ).rejects.toMatchObject({ code: 'ResourceNotFoundException', message: 'Group not found.' });
  const { IdToken, AccessToken } = await harness.signIn(EMAIL);
  expect(peekJwt(String(IdToken))).toMatchObject({
    'cognito:groups': ['admins', 'staff'],
    'cognito:preferred_role': 'arn:aws:iam::000000000000:role/admins',
  });
  expect(peekJwt(String(AccessToken))).toMatchObject({ 'cognito:groups': ['admins', 'staff'] });
  expect(await harness.admin('ListUsersInGroup', { GroupName: 'staff' })).toMatchObject({
    Users: [{ UserStatus: 'CONFIRMED' }],
  });
  await harness.admin('AdminRemoveUserFromGroup', { GroupName: 'staff', Username: EMAIL });
  await harness.admin('DeleteGroup', { GroupName: 'admins' });
  expect(await harness.admin('AdminListGroupsForUser', { Username: EMAIL })).toEqual({ Groups: [] });
  await harness.idp.reset?.();
  expect(await harness.admin('ListGroups')).toMatchObject({ Groups: [{ GroupName: 'staff' }] });
});

test('users are listed by page and by filter', async () => {
  for (const name of ['ann', 'bob', 'cleo']) await create(`${name}@example.com`);
  const first = await harness.admin('ListUsers', { Limit: 2 });
  expect(first.Users).toHaveLength(2);
  const rest = await harness.admin('ListUsers', { Limit: 2, PaginationToken: first.PaginationToken });
  expect(rest.Users).toHaveLength(1);
  expect(rest).not.toHaveProperty('PaginationToken');
  const find = async (Filter: string) =>
    ((await harness.admin('ListUsers', { Filter })).Users as unknown as unknown[]).length;
  expect(await find('email = "bob@example.com"')).toBe(1);
  expect(await find('email ^= "c"')).toBe(1);
  expect(await find('cognito:user_status = "CONFIRMED"')).toBe(0);
  await expect(find('email like "c"')).rejects.toMatchObject({ code: 'InvalidParameterException' });
  await expect(harness.admin('ListUsers', { Limit: 61 })).rejects.toMatchObject({
    code: 'InvalidParameterException',
  });
});

test('the pool describes itself, and the console sees neither codes nor passwords', async () => {
  await harness.person();
  expect(await harness.admin('DescribeUserPool')).toMatchObject({
    UserPool: {
      Id: harness.poolId,
      EstimatedNumberOfUsers: 1,
      Policies: { PasswordPolicy: { MinimumLength: 8 } },
      SchemaAttributes: expect.arrayContaining([
        expect.objectContaining({ Name: 'custom:tenant', Mutable: false }),
      ]),
    },
  });
  expect(await harness.admin('ListUserPools', { MaxResults: 10 })).toMatchObject({
    UserPools: [{ Id: harness.poolId }],
  });
  const shown = JSON.stringify(await harness.idp.inspect?.());
  expect(shown).toContain(EMAIL);
  expect(shown).not.toMatch(/salt|verifier|"secret"|totpSecret/);
});
