import { Amplify } from 'aws-amplify';
import { fetchAuthSession, signIn, signOut } from 'aws-amplify/auth';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyResource } from '../../core/testing.ts';
import type { AwsService } from '../../core/service.ts';
import { createHarness, PASSWORD, serve } from '../cognito-idp/tests/harness.ts';
import type { Harness } from '../cognito-idp/tests/harness.ts';
import { createCognitoIdentity } from './index.ts';

const ROLE = 'arn:aws:iam::000000000000:role/';
let harness: Harness;
let identity: AwsService;
let poolId: string;
let provider: string;

beforeEach(async () => {
  harness = await createHarness();
  identity = harness.context.register(createCognitoIdentity(harness.context));
  provider = `cognito-idp.us-east-1.amazonaws.com/${harness.poolId}`;
  poolId = await applyPool({ AllowUnauthenticatedIdentities: true });
  await applyRoles({});
});

afterEach(() => harness[Symbol.asyncDispose]());

async function applyPool(properties: Record<string, unknown>): Promise<string> {
  const { ref } = await applyResource(identity, 'AWS::Cognito::IdentityPool', 'identities', {
    CognitoIdentityProviders: [{ ClientId: harness.clientId, ProviderName: provider }],
    SupportedLoginProviders: {},
    ...properties,
  });
  return ref;
}

async function applyRoles(mapping: Record<string, unknown>): Promise<void> {
  await applyResource(identity, 'AWS::Cognito::IdentityPoolRoleAttachment', 'roles', {
    IdentityPoolId: poolId,
    Roles: { authenticated: `${ROLE}user`, unauthenticated: `${ROLE}guest` },
    RoleMappings: {
      web: {
        IdentityProvider: `${provider}:${harness.clientId}`,
        Type: 'Token',
        AmbiguousRoleResolution: 'AuthenticatedRole',
        ...mapping,
      },
    },
  });
}

function call(operation: string, input: Record<string, unknown>): Promise<{ IdentityId: string }> {
  return harness.context.call({ kind: 'anonymous' }, 'cognito-identity', operation, input);
}

async function logins(email = 'ada@example.com'): Promise<Record<string, string>> {
  const { IdToken } = await harness.signIn(email);
  return { [provider]: IdToken as unknown as string };
}

test('Amplify gets guest credentials, and those of the user after signing in', async () => {
  const server = await serve(harness.context, harness.idp, identity);
  Amplify.configure({
    Auth: {
      Cognito: {
        userPoolId: harness.poolId,
        userPoolClientId: harness.clientId,
        userPoolEndpoint: server.url,
        identityPoolId: poolId,
        identityPoolEndpoint: server.url,
        allowGuestAccess: true,
      },
    },
  });
  const guest = await fetchAuthSession();
  expect(guest.credentials?.accessKeyId).toMatch(/^ASIA/);
  expect(harness.context.issued.at(-1)?.principal).toMatchObject({
    roleArn: `${ROLE}guest`,
    sessionContext: { 'cognito-identity.amazonaws.com:amr': 'unauthenticated' },
  });
  const { email, sub } = await harness.person();
  await signIn({ username: email, password: PASSWORD });
  const user = await fetchAuthSession();
  expect(user.identityId).toMatch(/^us-east-1:[0-9a-f-]{36}$/);
  expect(user.credentials?.sessionToken).toBe(harness.context.issued.at(-1)?.credentials.sessionToken);
  expect(harness.context.issued.at(-1)?.principal).toEqual({
    kind: 'role',
    roleArn: `${ROLE}user`,
    sessionName: 'CognitoIdentityCredentials',
    sessionContext: {
      'cognito-identity.amazonaws.com:sub': user.identityId,
      'cognito-identity.amazonaws.com:aud': poolId,
      'cognito-identity.amazonaws.com:amr': 'authenticated',
      cognitoIdentityId: user.identityId,
      cognitoIdentityPoolId: poolId,
      cognitoIdentityAuthType: 'authenticated',
      cognitoIdentityAuthProvider: `"${provider}","${provider}:CognitoSignIn:${sub}"`,
    },
  });
  await signOut();
  await signIn({ username: email, password: PASSWORD });
  expect((await fetchAuthSession()).identityId).toBe(user.identityId);
  await signOut();
  await server.close();
});

test('a person always has the same identity, another one another', async () => {
  await harness.person('ada@example.com');
  await harness.person('bob@example.com');
  const ada = await call('GetId', { IdentityPoolId: poolId, Logins: await logins() });
  expect(await call('GetId', { IdentityPoolId: poolId, Logins: await logins() })).toEqual(ada);
  const bob = await logins('bob@example.com');
  expect(await call('GetId', { IdentityPoolId: poolId, Logins: bob })).not.toEqual(ada);
  await expect(call('GetCredentialsForIdentity', { ...ada, Logins: bob })).rejects.toMatchObject({
    code: 'NotAuthorizedException',
    message: `Access to Identity '${ada.IdentityId}' is forbidden.`,
  });
  await expect(call('GetCredentialsForIdentity', ada)).rejects.toThrow('is forbidden');
});

test('a guest who signs in keeps the identity, or gets the one they had', async () => {
  await harness.person();
  const guest = await call('GetId', { IdentityPoolId: poolId });
  const first = await call('GetCredentialsForIdentity', { ...guest, Logins: await logins() });
  expect(first.IdentityId).toBe(guest.IdentityId);
  const other = await call('GetId', { IdentityPoolId: poolId });
  const second = await call('GetCredentialsForIdentity', { ...other, Logins: await logins() });
  expect(second.IdentityId).toBe(guest.IdentityId);
  await expect(call('GetCredentialsForIdentity', other)).rejects.toMatchObject({
    code: 'ResourceNotFoundException',
  });
});

test('guests are refused where the pool takes none', async () => {
  const { IdentityId } = await call('GetId', { IdentityPoolId: poolId });
  await applyPool({ AllowUnauthenticatedIdentities: false });
  const error = {
    code: 'NotAuthorizedException',
    message: 'Unauthenticated access is not supported for this identity pool.',
  };
  await expect(call('GetId', { IdentityPoolId: poolId })).rejects.toMatchObject(error);
  await expect(call('GetCredentialsForIdentity', { IdentityId })).rejects.toMatchObject(error);
});

test('a token must be a valid id token of a client that the pool names', async () => {
  await harness.person();
  const { AccessToken, IdToken } = await harness.signIn('ada@example.com');
  const ask = (token: unknown, name = provider) =>
    call('GetId', { IdentityPoolId: poolId, Logins: { [name]: token } });
  await expect(ask(AccessToken)).rejects.toThrow('Invalid login token.');
  await expect(ask(`${String(IdToken).slice(0, -8)}AAAAAAAA`)).rejects.toThrow('Invalid login token.');
  const unsupported = 'Token is not from a supported provider of this identity pool.';
  await expect(ask(IdToken, 'accounts.google.com')).rejects.toThrow(unsupported);
  await applyPool({ CognitoIdentityProviders: [{ ClientId: 'another', ProviderName: provider }] });
  await expect(ask(IdToken)).rejects.toThrow(unsupported);
  await applyPool({});
  harness.context.clock.advance(3_601_000);
  await expect(ask(IdToken)).rejects.toThrow('Token expired');
});

test('a revoked token is refused where the pool asks the server', async () => {
  await harness.person();
  const { AccessToken, IdToken } = await harness.signIn('ada@example.com');
  await harness.call('GlobalSignOut', { AccessToken });
  const ask = () => call('GetId', { IdentityPoolId: poolId, Logins: { [provider]: IdToken } });
  await expect(ask()).resolves.toHaveProperty('IdentityId');
  await applyPool({
    CognitoIdentityProviders: [
      { ClientId: harness.clientId, ProviderName: provider, ServerSideTokenCheck: true },
    ],
  });
  await expect(ask()).rejects.toMatchObject({ code: 'NotAuthorizedException' });
});

test('a group gives its role, a rule gives its own, and what is ambiguous may be denied', async () => {
  await harness.person();
  const ask = async () => {
    const Logins = await logins();
    const { IdentityId } = await call('GetId', { IdentityPoolId: poolId, Logins });
    await call('GetCredentialsForIdentity', { IdentityId, Logins });
    return (harness.context.issued.at(-1)?.principal as { roleArn: string }).roleArn;
  };
  expect(await ask()).toBe(`${ROLE}user`);
  await applyRoles({ AmbiguousRoleResolution: 'Deny' });
  await expect(ask()).rejects.toMatchObject({ code: 'NotAuthorizedException' });
  await applyRoles({
    Type: 'Rules',
    RulesConfiguration: {
      Rules: [{ Claim: 'email', MatchType: 'StartsWith', Value: 'ada@', RoleARN: `${ROLE}ada` }],
    },
  });
  expect(await ask()).toBe(`${ROLE}ada`);
  await applyRoles({});
  await harness.admin('CreateGroup', { GroupName: 'staff', RoleArn: `${ROLE}staff`, Precedence: 1 });
  await harness.admin('AdminAddUserToGroup', { GroupName: 'staff', Username: 'ada@example.com' });
  expect(await ask()).toBe(`${ROLE}staff`);
});

test('without roles there are no credentials', async () => {
  const { IdentityId } = await call('GetId', { IdentityPoolId: poolId });
  await applyResource(identity, 'AWS::Cognito::IdentityPoolRoleAttachment', 'roles', {
    IdentityPoolId: poolId,
  });
  await expect(call('GetCredentialsForIdentity', { IdentityId })).rejects.toMatchObject({
    code: 'InvalidIdentityPoolConfigurationException',
    message: 'Invalid identity pool configuration. Check assigned IAM roles for this pool.',
  });
});

test('other identity providers are refused by name', async () => {
  await expect(applyPool({ SupportedLoginProviders: { 'accounts.google.com': 'x' } })).rejects.toMatchObject({
    code: 'NotCovered',
    message: expect.stringContaining('accounts.google.com'),
  });
});
