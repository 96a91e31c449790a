import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestContext } from '../../../core/testing.ts';
import { totpCode } from '../auth/totp.ts';
import { peekJwt } from '../tokens/jwt.ts';
import { createHarness, PASSWORD } from './harness.ts';
import type { Harness } from './harness.ts';

const EMAIL = 'ada@example.com';
let harness: Harness;

beforeEach(async () => {
  harness = await createHarness();
});

afterEach(() => harness[Symbol.asyncDispose]());

function refresh(RefreshToken: unknown, from = harness): Promise<Record<string, never>> {
  return from
    .call('GetTokensFromRefreshToken', { ClientId: from.clientId, RefreshToken })
    .then(({ AuthenticationResult }) => AuthenticationResult as unknown as Record<string, never>);
}

test('wrong passwords lock a user out, longer each time, until the right one', async () => {
  await harness.person();
  const wrong = () => harness.signIn(EMAIL, 'Wrong-Horse-7');
  for (let i = 0; i < 5; i += 1) {
    await expect(wrong()).rejects.toMatchObject({ message: 'Incorrect username or password.' });
  }
  const locked = { code: 'NotAuthorizedException', message: 'Password attempts exceeded' };
  await expect(harness.signIn(EMAIL)).rejects.toMatchObject(locked);
  harness.context.clock.advance(1000);
  await expect(wrong()).rejects.toMatchObject({ message: 'Incorrect username or password.' });
  harness.context.clock.advance(1000);
  await expect(harness.signIn(EMAIL)).rejects.toMatchObject(locked);
  harness.context.clock.advance(1000);
  await harness.signIn(EMAIL);
  await expect(wrong()).rejects.toMatchObject({ message: 'Incorrect username or password.' });
  await harness.signIn(EMAIL);
});

test('tokens end on the clock of the cloud, by the settings of the client', async () => {
  await using brief = await createHarness({
    client: {
      AccessTokenValidity: 5,
      IdTokenValidity: 10,
      RefreshTokenValidity: 2,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'hours' },
    },
  });
  await brief.person();
  const { AccessToken, IdToken, RefreshToken, ExpiresIn } = await brief.signIn(EMAIL);
  expect(ExpiresIn).toBe(300);
  const verify = (token: unknown) => brief.idp.verifyToken(String(token), { userPoolId: brief.poolId });
  await verify(AccessToken);
  brief.context.clock.advance(5 * 60_000);
  await expect(verify(AccessToken)).rejects.toThrow('Token has expired');
  await expect(brief.call('GetUser', { AccessToken })).rejects.toMatchObject({
    code: 'NotAuthorizedException',
    message: 'Access Token has expired',
  });
  await verify(IdToken);
  await refresh(RefreshToken, brief);
  brief.context.clock.advance(2 * 3_600_000);
  await expect(refresh(RefreshToken, brief)).rejects.toThrow('Refresh Token has expired');
});

test('a token must be whole, of this pool, of the use and the client that are expected', async () => {
  await harness.person();
  const { AccessToken, IdToken } = await harness.signIn(EMAIL);
  const verify = (token: unknown, more: Record<string, unknown> = {}) =>
    harness.idp.verifyToken(String(token), { userPoolId: harness.poolId, ...more });
  expect(await verify(IdToken, { use: 'id', clientIds: [harness.clientId] })).toMatchObject({ email: EMAIL });
  const refused = { code: 'NotAuthorizedException' };
  await expect(verify(IdToken, { use: 'access' })).rejects.toMatchObject(refused);
  await expect(verify(AccessToken, { use: 'id' })).rejects.toMatchObject(refused);
  await expect(verify(AccessToken, { clientIds: ['another'] })).rejects.toMatchObject(refused);
  await expect(verify(AccessToken, { userPoolId: 'us-east-1_nothing' })).rejects.toMatchObject(refused);
  const [head, body, signature] = String(AccessToken).split('.');
  const claims = { ...peekJwt(String(AccessToken)), username: 'bob' };
  const forged = Buffer.from(JSON.stringify(claims)).toString('base64url');
  await expect(verify(`${head}.${forged}.${signature}`)).rejects.toMatchObject(refused);
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  await expect(verify(`${none}.${body}.`)).rejects.toMatchObject(refused);
  await expect(harness.call('GetUser', { AccessToken: IdToken })).rejects.toMatchObject({
    message: 'Invalid Access Token',
  });
});

test('rotated refresh tokens work for their grace period', async () => {
  await using rotating = await createHarness({
    client: { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 30 } },
  });
  await rotating.person();
  const { RefreshToken: first } = await rotating.signIn(EMAIL);
  const { RefreshToken: second } = await refresh(first, rotating);
  expect(second).not.toBe(first);
  await refresh(first, rotating);
  rotating.context.clock.advance(30_000);
  await expect(refresh(first, rotating)).rejects.toMatchObject({ code: 'RefreshTokenReuseException' });
  await refresh(second, rotating);
});

test('without a grace period one of two refreshes at once wins', async () => {
  await using rotating = await createHarness({
    pool: { LambdaConfig: { PreTokenGeneration: 'tokens' } },
    client: { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 } },
  });
  rotating.functions.set('tokens', (event) => event);
  await rotating.person();
  const { RefreshToken } = await rotating.signIn(EMAIL);
  const results = await Promise.allSettled([
    refresh(RefreshToken, rotating),
    refresh(RefreshToken, rotating),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a revoked refresh token takes its access tokens with it, and no other session', async () => {
  await harness.person();
  const one = await harness.signIn(EMAIL);
  const two = await harness.signIn(EMAIL);
  await harness.call('RevokeToken', { ClientId: harness.clientId, Token: one.RefreshToken });
  await expect(refresh(one.RefreshToken)).rejects.toThrow('Refresh Token has been revoked');
  await expect(harness.call('GetUser', { AccessToken: one.AccessToken })).rejects.toThrow('revoked');
  expect(await harness.call('GetUser', { AccessToken: two.AccessToken })).toHaveProperty('Username');
  await expect(
    harness.call('RevokeToken', { ClientId: harness.clientId, Token: two.AccessToken }),
  ).rejects.toMatchObject({ code: 'UnsupportedTokenTypeException' });
});

test('a disabled user is out, and back when enabled', async () => {
  await harness.person();
  const { AccessToken, RefreshToken } = await harness.signIn(EMAIL);
  await harness.admin('AdminDisableUser', { Username: EMAIL });
  await expect(harness.signIn(EMAIL)).rejects.toMatchObject({
    code: 'NotAuthorizedException',
    message: 'User is disabled.',
  });
  await expect(harness.call('GetUser', { AccessToken })).rejects.toThrow('revoked');
  await expect(refresh(RefreshToken)).rejects.toThrow('revoked');
  await harness.admin('AdminEnableUser', { Username: EMAIL });
  await harness.signIn(EMAIL);
});

test('a client with a secret signs the name', async () => {
  await using secret = await createHarness({ client: { GenerateSecret: true } });
  const { UserPoolClient } = await secret.admin('DescribeUserPoolClient', { ClientId: secret.clientId });
  const { ClientSecret } = UserPoolClient as unknown as { ClientSecret: string };
  const SecretHash = createHmac('sha256', ClientSecret)
    .update(EMAIL + secret.clientId)
    .digest('base64');
  const input = {
    ClientId: secret.clientId,
    Username: EMAIL,
    Password: PASSWORD,
    UserAttributes: [{ Name: 'email', Value: EMAIL }],
  };
  await expect(secret.call('SignUp', input)).rejects.toThrow('SECRET_HASH was not received');
  await expect(secret.call('SignUp', { ...input, SecretHash: 'x' })).rejects.toMatchObject({
    message: `Unable to verify secret hash for client ${secret.clientId}`,
  });
  await secret.call('SignUp', { ...input, SecretHash });
  expect(JSON.stringify(await secret.idp.inspect?.())).not.toContain(ClientSecret);
});

test('flows that are off, unknown or not covered are refused by name', async () => {
  await using srpOnly = await createHarness({ client: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] } });
  await expect(srpOnly.signIn(EMAIL)).rejects.toMatchObject({
    code: 'InvalidParameterException',
    message: 'USER_PASSWORD_AUTH flow not enabled for this client',
  });
  const start = (AuthFlow: string) => srpOnly.call('InitiateAuth', { ClientId: srpOnly.clientId, AuthFlow });
  await expect(start('CUSTOM_AUTH')).rejects.toMatchObject({ code: 'NotCovered' });
  await expect(start('ADMIN_USER_PASSWORD_AUTH')).rejects.toMatchObject({
    code: 'InvalidParameterException',
  });
  await expect(srpOnly.call('ListDevices', {})).rejects.toMatchObject({ code: 'NotCovered' });
});

test('where a second factor is required it is set up at the first sign-in', async () => {
  await using strict = await createHarness({
    pool: { MfaConfiguration: 'ON', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] },
  });
  await strict.person();
  const signIn = () =>
    strict.call('InitiateAuth', {
      ClientId: strict.clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: EMAIL, PASSWORD },
    });
  const setup = await signIn();
  expect(setup).toMatchObject({ ChallengeName: 'MFA_SETUP' });
  const associated = await strict.call('AssociateSoftwareToken', { Session: setup.Session });
  const secret = String(associated.SecretCode);
  const code = () => totpCode(secret, strict.context.clock.now());
  const answer = (ChallengeName: string, Session: unknown, more: Record<string, string> = {}) =>
    strict.call('RespondToAuthChallenge', {
      ClientId: strict.clientId,
      ChallengeName,
      Session,
      ChallengeResponses: { USERNAME: EMAIL, ...more },
    });
  await expect(answer('MFA_SETUP', associated.Session)).rejects.toThrow('Invalid session for the user.');
  const verified = await strict.call('VerifySoftwareToken', {
    Session: associated.Session,
    UserCode: code(),
  });
  expect(await answer('MFA_SETUP', verified.Session)).toHaveProperty('AuthenticationResult.AccessToken');
  const again = await signIn();
  expect(again).toMatchObject({ ChallengeName: 'SOFTWARE_TOKEN_MFA' });
  const used = code();
  await expect(
    answer('SOFTWARE_TOKEN_MFA', again.Session, { SOFTWARE_TOKEN_MFA_CODE: used }),
  ).rejects.toMatchObject({
    code: 'ExpiredCodeException',
    message: 'Your software token has already been used once.',
  });
  strict.context.clock.advance(60_000);
  const done = await answer('SOFTWARE_TOKEN_MFA', again.Session, { SOFTWARE_TOKEN_MFA_CODE: code() });
  expect(done).toHaveProperty('AuthenticationResult.AccessToken');
  const late = await signIn();
  strict.context.clock.advance(3 * 60_000);
  await expect(
    answer('SOFTWARE_TOKEN_MFA', late.Session, { SOFTWARE_TOKEN_MFA_CODE: code() }),
  ).rejects.toMatchObject({ message: 'Invalid session for the user, session is expired.' });
});

test('users, sessions and keys survive a restart that nobody announced', async () => {
  await using root = createTestContext();
  const before = await createHarness({ stateRoot: root.stateRoot });
  const { sub } = await before.person();
  const tokens = await before.signIn(EMAIL);
  // No stop: the first one still holds its database open, as after a SIGKILL nothing is written any more.
  const after = await createHarness({ stateRoot: root.stateRoot });
  expect(after.poolId).toBe(before.poolId);
  expect(await after.idp.verifyToken(String(tokens.IdToken), { userPoolId: after.poolId })).toMatchObject({
    sub,
  });
  expect(await refresh(tokens.RefreshToken, after)).toHaveProperty('AccessToken');
  await after.signIn(EMAIL);
  await after.idp.reset?.();
  expect(await after.admin('ListUsers')).toEqual({ Users: [] });
  await after.context[Symbol.asyncDispose]();
  await before.context[Symbol.asyncDispose]();
});
