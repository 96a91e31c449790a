import { Amplify } from 'aws-amplify';
import {
  confirmResetPassword,
  confirmSignIn,
  confirmSignUp,
  confirmUserAttribute,
  deleteUser,
  fetchAuthSession,
  fetchMFAPreference,
  fetchUserAttributes,
  getCurrentUser,
  resendSignUpCode,
  resetPassword,
  setUpTOTP,
  signIn,
  signOut,
  signUp,
  updateMFAPreference,
  updatePassword,
  updateUserAttribute,
  verifyTOTPSetup,
} from 'aws-amplify/auth';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { totpCode } from '../auth/totp.ts';
import { createHarness, PASSWORD, serve } from './harness.ts';
import type { Harness } from './harness.ts';

const EMAIL = 'Ada@Example.com';
let harness: Harness;
let server: Awaited<ReturnType<typeof serve>>;

beforeEach(async () => {
  harness = await createHarness({
    pool: { MfaConfiguration: 'OPTIONAL', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] },
  });
  server = await serve(harness.context, harness.idp);
  Amplify.configure({
    Auth: {
      Cognito: {
        userPoolId: harness.poolId,
        userPoolClientId: harness.clientId,
        userPoolEndpoint: server.url,
      },
    },
  });
});

afterEach(async () => {
  await signOut();
  await server.close();
  await harness[Symbol.asyncDispose]();
});

async function register(): Promise<string> {
  const result = await signUp({
    username: EMAIL,
    password: PASSWORD,
    options: { userAttributes: { email: EMAIL, 'custom:plan': 'small' } },
  });
  expect(result.nextStep).toMatchObject({
    signUpStep: 'CONFIRM_SIGN_UP',
    codeDeliveryDetails: { destination: 'A***@E***', deliveryMedium: 'EMAIL', attributeName: 'email' },
  });
  const confirmed = await confirmSignUp({ username: EMAIL, confirmationCode: harness.code() });
  expect(confirmed.isSignUpComplete).toBe(true);
  return result.userId as string;
}

test('sign up, confirm, sign in by SRP, and tokens that aws-jwt-verify accepts', async () => {
  const userId = await register();
  const result = await signIn({ username: EMAIL.toLowerCase(), password: PASSWORD });
  expect(result).toEqual({ isSignedIn: true, nextStep: { signInStep: 'DONE' } });
  expect(server.calls).toContain('RespondToAuthChallenge');
  const { tokens, userSub } = await fetchAuthSession();
  expect(userSub).toBe(userId);
  expect(await getCurrentUser()).toMatchObject({ userId, username: userId });
  const { body } = (await harness.idp.handleHttp?.({
    method: 'GET',
    url: new URL(`http://x/${harness.poolId}/.well-known/jwks.json`),
    rawPath: '',
    headers: {},
    body: Buffer.alloc(0),
    principal: { kind: 'anonymous' },
    requestId: '',
  })) as { body: string };
  const verifier = CognitoJwtVerifier.create({ userPoolId: harness.poolId, clientId: harness.clientId });
  verifier.cacheJwks(JSON.parse(body));
  const id = await verifier.verify(String(tokens?.idToken), { tokenUse: 'id' });
  expect(id).toMatchObject({
    sub: userId,
    'cognito:username': userId,
    email: EMAIL,
    email_verified: true,
    'custom:plan': 'small',
    aud: harness.clientId,
    token_use: 'id',
  });
  const access = await verifier.verify(String(tokens?.accessToken), { tokenUse: 'access' });
  expect(access).toMatchObject({
    client_id: harness.clientId,
    username: userId,
    scope: 'aws.cognito.signin.user.admin',
    origin_jti: id['origin_jti'],
  });
  expect(access.exp - access.iat).toBe(3600);
});

test('an unconfirmed person is led to the code, and gets another one', async () => {
  await signUp({ username: EMAIL, password: PASSWORD, options: { userAttributes: { email: EMAIL } } });
  const first = harness.code();
  const { nextStep } = await signIn({ username: EMAIL, password: PASSWORD });
  expect(nextStep.signInStep).toBe('CONFIRM_SIGN_UP');
  await resendSignUpCode({ username: EMAIL });
  expect(harness.code()).not.toBe(first);
  await expect(confirmSignUp({ username: EMAIL, confirmationCode: first })).rejects.toMatchObject({
    name: 'CodeMismatchException',
    message: 'Invalid verification code provided, please try again.',
  });
  await confirmSignUp({ username: EMAIL, confirmationCode: harness.code() });
});

test('thirty sign-ins in a row work, and wrong passwords never do', async () => {
  await register();
  for (let round = 0; round < 30; round += 1) {
    expect((await signIn({ username: EMAIL, password: PASSWORD })).isSignedIn).toBe(true);
    await signOut();
  }
  const wrong = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };
  await expect(signIn({ username: EMAIL, password: 'Wrong-Horse-7' })).rejects.toMatchObject(wrong);
  await expect(signIn({ username: 'bob@example.com', password: PASSWORD })).rejects.toMatchObject(wrong);
}, 60_000);

test('a session is refreshed by force', async () => {
  await register();
  await signIn({ username: EMAIL, password: PASSWORD });
  const before = (await fetchAuthSession()).tokens;
  const after = (await fetchAuthSession({ forceRefresh: true })).tokens;
  expect(server.calls).toContain('GetTokensFromRefreshToken');
  expect(String(after?.accessToken)).not.toBe(String(before?.accessToken));
  expect(after?.accessToken.payload['origin_jti']).toBe(before?.accessToken.payload['origin_jti']);
});

test('a forgotten password is replaced, and the old one is gone', async () => {
  await register();
  const { nextStep } = await resetPassword({ username: EMAIL });
  expect(nextStep.resetPasswordStep).toBe('CONFIRM_RESET_PASSWORD_WITH_CODE');
  const newPassword = 'Other-Horse-8';
  await expect(
    confirmResetPassword({ username: EMAIL, confirmationCode: harness.code(), newPassword: 'short' }),
  ).rejects.toMatchObject({
    name: 'InvalidPasswordException',
    message: 'Password did not conform with policy: Password not long enough',
  });
  await confirmResetPassword({ username: EMAIL, confirmationCode: harness.code(), newPassword });
  await expect(signIn({ username: EMAIL, password: PASSWORD })).rejects.toThrow('Incorrect username');
  expect((await signIn({ username: EMAIL, password: newPassword })).isSignedIn).toBe(true);
});

test('a password is changed', async () => {
  await register();
  await signIn({ username: EMAIL, password: PASSWORD });
  await expect(
    updatePassword({ oldPassword: 'Wrong-Horse-7', newPassword: 'Other-Horse-8' }),
  ).rejects.toThrow('Incorrect username or password.');
  await updatePassword({ oldPassword: PASSWORD, newPassword: 'Other-Horse-8' });
  await signOut();
  expect((await signIn({ username: EMAIL, password: 'Other-Horse-8' })).isSignedIn).toBe(true);
});

test('signing out everywhere ends the sessions', async () => {
  await register();
  await signIn({ username: EMAIL, password: PASSWORD });
  const token = String((await fetchAuthSession()).tokens?.accessToken);
  await signOut({ global: true });
  await expect(harness.call('GetUser', { AccessToken: token })).rejects.toMatchObject({
    code: 'NotAuthorizedException',
    message: 'Access Token has been revoked',
  });
  await expect(harness.idp.verifyToken(token, { userPoolId: harness.poolId })).rejects.toThrow(
    'Token has been revoked',
  );
});

test('a deleted user is gone, and the name is free', async () => {
  await register();
  await signIn({ username: EMAIL, password: PASSWORD });
  const token = String((await fetchAuthSession()).tokens?.idToken);
  await deleteUser();
  await expect(harness.idp.verifyToken(token, { userPoolId: harness.poolId })).rejects.toMatchObject({
    code: 'NotAuthorizedException',
  });
  await expect(signIn({ username: EMAIL, password: PASSWORD })).rejects.toThrow('Incorrect username');
  await register();
});

test('a new mail address counts once its code was used', async () => {
  await register();
  await signIn({ username: EMAIL, password: PASSWORD });
  const { nextStep } = await updateUserAttribute({
    userAttribute: { attributeKey: 'email', value: 'new@example.com' },
  });
  expect(nextStep.updateAttributeStep).toBe('CONFIRM_ATTRIBUTE_WITH_CODE');
  expect(harness.context.bus.recent('message').at(-1)?.to).toBe('new@example.com');
  expect(await fetchUserAttributes()).toMatchObject({ email: EMAIL, email_verified: 'true' });
  await confirmUserAttribute({ userAttributeKey: 'email', confirmationCode: harness.code() });
  expect(await fetchUserAttributes()).toMatchObject({ email: 'new@example.com', email_verified: 'true' });
  await signOut();
  expect((await signIn({ username: 'new@example.com', password: PASSWORD })).isSignedIn).toBe(true);
});

test('an authenticator app is set up and asked for', async () => {
  await register();
  await signIn({ username: EMAIL, password: PASSWORD });
  const { sharedSecret } = await setUpTOTP();
  const now = () => harness.context.clock.now();
  await expect(verifyTOTPSetup({ code: '000000' })).rejects.toMatchObject({
    name: 'EnableSoftwareTokenMFAException',
    message: 'Code mismatch',
  });
  await verifyTOTPSetup({ code: totpCode(sharedSecret, now()) });
  await updateMFAPreference({ totp: 'PREFERRED' });
  expect(await fetchMFAPreference()).toEqual({ enabled: ['TOTP'], preferred: 'TOTP' });
  await signOut();
  harness.context.clock.advance(30_000);
  const { nextStep } = await signIn({ username: EMAIL, password: PASSWORD });
  expect(nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_TOTP_CODE');
  await expect(confirmSignIn({ challengeResponse: '000000' })).rejects.toMatchObject({
    name: 'CodeMismatchException',
  });
  const done = await confirmSignIn({ challengeResponse: totpCode(sharedSecret, now()) });
  expect(done.isSignedIn).toBe(true);
});

test('an invited person chooses their own password', async () => {
  await harness.admin('AdminCreateUser', {
    Username: EMAIL,
    UserAttributes: [
      { Name: 'email', Value: EMAIL },
      { Name: 'email_verified', Value: 'true' },
    ],
  });
  const { nextStep } = await signIn({ username: EMAIL, password: harness.code() });
  expect(nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED');
  await expect(confirmSignIn({ challengeResponse: 'weak' })).rejects.toMatchObject({
    name: 'InvalidPasswordException',
  });
  expect((await confirmSignIn({ challengeResponse: PASSWORD })).isSignedIn).toBe(true);
  await signOut();
  expect((await signIn({ username: EMAIL, password: PASSWORD })).isSignedIn).toBe(true);
});
