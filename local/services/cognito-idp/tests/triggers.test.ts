import { afterEach, beforeEach, expect, test } from 'vitest';
import { peekJwt } from '../tokens/jwt.ts';
import { createHarness, PASSWORD } from './harness.ts';
import type { Harness } from './harness.ts';

const EMAIL = 'ada@example.com';
let harness: Harness;

beforeEach(async () => {
  harness = await createHarness({
    pool: {
      LambdaConfig: {
        PreSignUp: 'preSignUp',
        PostConfirmation: 'postConfirmation',
        PreAuthentication: 'preAuthentication',
        PostAuthentication: 'postAuthentication',
        PreTokenGeneration: 'preTokenGeneration',
        CustomMessage: 'customMessage',
      },
    },
  });
  for (const name of [
    'preSignUp',
    'postConfirmation',
    'preAuthentication',
    'postAuthentication',
    'preTokenGeneration',
    'customMessage',
  ]) {
    harness.functions.set(name, (event) => event);
  }
});

afterEach(() => harness[Symbol.asyncDispose]());

function signUp(more: Record<string, unknown> = {}) {
  return harness.call('SignUp', {
    ClientId: harness.clientId,
    Username: EMAIL,
    Password: PASSWORD,
    UserAttributes: [{ Name: 'email', Value: EMAIL }],
    ...more,
  });
}

function confirm(code = harness.code()) {
  const input = { ClientId: harness.clientId, Username: EMAIL, ConfirmationCode: code };
  return harness.call('ConfirmSignUp', input);
}

test('each trigger sees the event that Cognito sends', async () => {
  const { UserSub } = await signUp({
    ClientMetadata: { from: 'web' },
    ValidationData: [{ Name: 'ticket', Value: '7' }],
  });
  await confirm();
  await harness.signIn(EMAIL);
  const common = {
    version: '1',
    region: 'us-east-1',
    userPoolId: harness.poolId,
    userName: UserSub,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: harness.clientId },
  };
  const confirmed = {
    sub: UserSub,
    'cognito:user_status': 'CONFIRMED',
    email: EMAIL,
    email_verified: 'true',
  };
  expect(harness.events).toEqual([
    {
      ...common,
      triggerSource: 'PreSignUp_SignUp',
      request: {
        userAttributes: { email: EMAIL },
        validationData: { ticket: '7' },
        clientMetadata: { from: 'web' },
      },
      response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
    },
    {
      ...common,
      triggerSource: 'CustomMessage_SignUp',
      request: {
        userAttributes: {
          sub: UserSub,
          'cognito:user_status': 'UNCONFIRMED',
          email: EMAIL,
          email_verified: 'false',
        },
        codeParameter: '{####}',
        linkParameter: '{##Click Here##}',
        usernameParameter: null,
        clientMetadata: { from: 'web' },
      },
      response: { smsMessage: null, emailMessage: null, emailSubject: null },
    },
    {
      ...common,
      triggerSource: 'PostConfirmation_ConfirmSignUp',
      request: { userAttributes: confirmed },
      response: {},
    },
    {
      ...common,
      triggerSource: 'PreAuthentication_Authentication',
      request: { userAttributes: confirmed, validationData: null, userNotFound: false },
      response: {},
    },
    {
      ...common,
      triggerSource: 'PostAuthentication_Authentication',
      request: { userAttributes: confirmed, newDeviceUsed: false },
      response: {},
    },
    {
      ...common,
      triggerSource: 'TokenGeneration_Authentication',
      request: {
        userAttributes: confirmed,
        groupConfiguration: { groupsToOverride: [], iamRolesToOverride: [], preferredRole: null },
      },
      response: { claimsOverrideDetails: null },
    },
  ]);
});

test('PreSignUp refuses with its own words, and nobody was written', async () => {
  harness.functions.set('preSignUp', () => {
    throw new Error('This name is taken');
  });
  await expect(signUp()).rejects.toMatchObject({
    code: 'UserLambdaValidationException',
    message: 'PreSignUp failed with error This name is taken.',
  });
  expect(await harness.admin('ListUsers')).toEqual({ Users: [] });
});

test('PreSignUp confirms and verifies, and PostConfirmation runs at once', async () => {
  harness.functions.set('preSignUp', (event) => ({
    ...event,
    response: { autoConfirmUser: true, autoVerifyEmail: true },
  }));
  expect(await signUp()).toMatchObject({ UserConfirmed: true });
  expect(harness.events.map(({ triggerSource }) => triggerSource)).toEqual([
    'PreSignUp_SignUp',
    'PostConfirmation_ConfirmSignUp',
  ]);
  expect(peekJwt(String((await harness.signIn(EMAIL)).IdToken))).toMatchObject({ email_verified: true });
});

test('a user whose PostConfirmation threw is confirmed all the same', async () => {
  await signUp();
  harness.functions.set('postConfirmation', () => {
    throw new Error('no table');
  });
  const code = harness.code();
  await expect(confirm(code)).rejects.toMatchObject({
    code: 'UserLambdaValidationException',
    message: 'PostConfirmation failed with error no table.',
  });
  await expect(confirm(code)).rejects.toMatchObject({
    code: 'NotAuthorizedException',
    message: 'User cannot be confirmed. Current status is CONFIRMED',
  });
  expect(await harness.signIn(EMAIL)).toHaveProperty('AccessToken');
});

test('a function without an answer in 5 seconds is called three times, then given up', async () => {
  harness.functions.set('preSignUp', () => ({
    timedOut: 'RequestId: 1 Error: Task timed out after 30.00 seconds',
  }));
  await expect(signUp()).rejects.toMatchObject({
    code: 'UnexpectedLambdaException',
    message: 'PreSignUp invocation failed due to error Socket timeout while invoking Lambda function.',
  });
  expect(harness.events).toHaveLength(3);
});

test('a function that ran into its own limit has failed, and is called once', async () => {
  const timedOut = 'RequestId: 1 Error: Task timed out after 3.00 seconds';
  harness.functions.set('preSignUp', () => ({ timedOut }));
  await expect(signUp()).rejects.toMatchObject({
    code: 'UserLambdaValidationException',
    message: `PreSignUp failed with error ${timedOut}.`,
  });
  expect(harness.events).toHaveLength(1);
});

test('a function that may not be called, or is not there, is unexpected', async () => {
  harness.functions.delete('preSignUp');
  await expect(signUp()).rejects.toMatchObject({
    code: 'UnexpectedLambdaException',
    message: 'PreSignUp invocation failed due to error ResourceNotFoundException.',
  });
});

test.each([[undefined], ['text'], [[]], [{ response: [] }], [{ response: { autoConfirmUser: 'yes' } }]])(
  'an answer of %j is not recognised',
  async (answer) => {
    harness.functions.set('preSignUp', () => answer);
    await expect(signUp()).rejects.toMatchObject({
      code: 'InvalidLambdaResponseException',
      message: 'Unrecognizable lambda output',
    });
  },
);

test('CustomMessage finds the words, without seeing the code', async () => {
  harness.functions.set('customMessage', (event) => ({
    ...event,
    response: { emailSubject: 'Welcome', emailMessage: `Type ${event.request['codeParameter']}!` },
  }));
  await signUp();
  const message = harness.context.bus.recent('message').at(-1);
  expect(message).toMatchObject({
    channel: 'email',
    to: EMAIL,
    subject: 'Welcome',
    body: `Type ${message?.code}!`,
  });
  expect(JSON.stringify(harness.events)).not.toContain(message?.code);
});

test('PreAuthentication refuses a sign-in', async () => {
  await signUp();
  await confirm();
  harness.functions.set('preAuthentication', () => {
    throw new Error('Not today');
  });
  await expect(harness.signIn(EMAIL)).rejects.toThrow('PreAuthentication failed with error Not today.');
});

test('PreTokenGeneration changes the id token, and never who it is about', async () => {
  await signUp();
  await confirm();
  harness.functions.set('preTokenGeneration', (event) => ({
    ...event,
    response: {
      claimsOverrideDetails: {
        claimsToAddOrOverride: { color: 'blue', sub: 'somebody else' },
        claimsToSuppress: ['email'],
        groupOverrideDetails: { groupsToOverride: ['guests'] },
      },
    },
  }));
  const { IdToken, AccessToken } = await harness.signIn(EMAIL);
  const id = peekJwt(String(IdToken));
  expect(id).toMatchObject({ color: 'blue', 'cognito:groups': ['guests'] });
  expect(id).not.toHaveProperty('email');
  expect(id?.['sub']).toBe(id?.['cognito:username']);
  const access = peekJwt(String(AccessToken));
  expect(access).toMatchObject({ 'cognito:groups': ['guests'] });
  expect(access).not.toHaveProperty('color');
});

test('PreTokenGeneration of version 2 changes both tokens', async () => {
  await using second = await createHarness({
    pool: { LambdaConfig: { PreTokenGenerationConfig: { LambdaArn: 'tokens', LambdaVersion: 'V2_0' } } },
  });
  second.functions.set('tokens', (event) => ({
    ...event,
    response: {
      claimsAndScopeOverrideDetails: {
        idTokenGeneration: { claimsToAddOrOverride: { a: '1' } },
        accessTokenGeneration: { claimsToAddOrOverride: { b: '2' }, scopesToAdd: ['things/read'] },
      },
    },
  }));
  await second.person();
  const { IdToken, AccessToken } = await second.signIn(EMAIL);
  expect(second.events.at(-1)).toMatchObject({
    version: '2',
    request: { scopes: ['aws.cognito.signin.user.admin'] },
  });
  expect(peekJwt(String(IdToken))).toMatchObject({ a: '1' });
  expect(peekJwt(String(AccessToken))).toMatchObject({
    b: '2',
    scope: 'aws.cognito.signin.user.admin things/read',
  });
});

test('triggers that would never run are refused by name', async () => {
  await expect(createHarness({ pool: { LambdaConfig: { UserMigration: 'x' } } })).rejects.toMatchObject({
    code: 'NotCovered',
    message: 'The local cloud does not cover the Cognito trigger UserMigration.',
  });
});
