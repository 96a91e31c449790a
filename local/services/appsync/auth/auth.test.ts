import { expect, test } from 'vitest';
import { AwsError } from '../../../core/errors.ts';
import type { Principal } from '../../../core/principal.ts';
import type { AwsService } from '../../../core/service.ts';
import { startApi } from '../testing.ts';

const POOL = 'us-east-1_Abc123456';
const ISSUER = `https://cognito-idp.us-east-1.amazonaws.com/${POOL}`;

function service(id: string, more: object): AwsService {
  return {
    id,
    signingName: id,
    protocol: { kind: 'http' },
    operations: {},
    resources: [],
    ...more,
  } as AwsService;
}

function jwt(claims: Record<string, unknown>): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part({ iss: ISSUER, sub: 'u1', username: 'ann', client_id: 'web', ...claims })}.sig`;
}

/** Trusts every signature but `.bad`, as far as these tests need. */
const verifier = service('cognito-idp', {
  verifyToken: async (token: string, { userPoolId }: { userPoolId: string }) => {
    if (token.endsWith('.bad')) throw new AwsError('NotAuthorizedException', 'Access Token has been revoked');
    expect(userPoolId).toBe(POOL);
    return JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString());
  },
});

const USER_POOL = { UserPoolId: POOL, AwsRegion: 'us-east-1', DefaultAction: 'ALLOW' };
const SDL = `
  type Query {
    who: String
    admins: String @aws_cognito_user_pools(cognito_groups: ["admins"])
    both: Thing @aws_api_key @aws_cognito_user_pools
    keyed: String @aws_api_key
    signed: Thing @aws_iam
  }
  type Thing @aws_api_key @aws_iam @aws_cognito_user_pools {
    open: String
    iam: String @aws_iam
    nested: Plain
  }
  type Plain { x: String }
`;

async function start(authorize?: (principal: Principal, permission: { resource: string }) => void) {
  const seen: any[] = [];
  const all = { open: 'o', iam: 'i', nested: { x: 'x' } };
  const api = await startApi(
    SDL,
    {
      who: { request: (context) => (seen.push(context.identity), { payload: 'me' }) },
      thing: { request: () => ({ payload: all }) },
    },
    {
      api: {
        AuthenticationType: 'AMAZON_COGNITO_USER_POOLS',
        UserPoolConfig: { ...USER_POOL, AppIdClientRegex: 'web|app' },
        AdditionalAuthenticationProviders: [
          { AuthenticationType: 'API_KEY' },
          { AuthenticationType: 'AWS_IAM' },
        ],
      },
      context: { authorize: authorize as never },
    },
  );
  api.cloud.register(verifier);
  for (const field of ['who', 'admins', 'keyed']) await api.resolver(`Query.${field}`, 'who');
  for (const field of ['both', 'signed']) await api.resolver(`Query.${field}`, 'thing');
  const ask = async (query: string, headers: Record<string, string>, principal?: Principal) => {
    const { status, body } = await api.post({ query }, headers, principal);
    return { status, ...JSON.parse(String(body)) };
  };
  return { api, seen, ask, exp: api.cloud.clock.now() / 1000 + 60 };
}

test('user pools: identity, groups, and what others may not read', async () => {
  const { api, ask, seen, exp } = await start();
  await using _ = api;
  const user = await ask('{ who admins keyed both { open iam nested { x } } }', {
    authorization: jwt({ exp }),
  });
  expect(user.data).toEqual({
    who: 'me',
    admins: null,
    keyed: null,
    both: { open: 'o', iam: null, nested: { x: 'x' } },
  });
  expect(user.errors.map((error: any) => [error.path.join('.'), error.errorType, error.message])).toEqual([
    ['admins', 'Unauthorized', 'Not Authorized to access admins on type Query'],
    ['keyed', 'Unauthorized', 'Not Authorized to access keyed on type Query'],
    ['both.iam', 'Unauthorized', 'Not Authorized to access iam on type Thing'],
  ]);
  expect(seen[0]).toMatchObject({
    sub: 'u1',
    issuer: ISSUER,
    username: 'ann',
    groups: null,
    defaultAuthStrategy: 'ALLOW',
  });
  const admin = await ask('{ admins }', {
    authorization: `Bearer ${jwt({ exp, 'cognito:groups': ['admins'] })}`,
  });
  expect(admin.data).toEqual({ admins: 'me' });
  const key = await ask('{ who both { open nested { x } } }', { 'x-api-key': api.apiKey });
  expect(key.data).toEqual({ who: null, both: { open: 'o', nested: { x: null } } });
});

test.each([
  [{}, 'Valid authorization header not provided.'],
  [{ authorization: 'nonsense' }, 'Unable to parse JWT token.'],
  [{ authorization: jwt({ exp: 1 }) }, 'Token has expired.'],
  [{ authorization: jwt({ exp: 9e9, client_id: 'other' }) }, 'You are not authorized to make this call.'],
  [{ authorization: jwt({ exp: 9e9 }).replace(/sig$/, 'bad') }, 'You are not authorized to make this call.'],
  [
    { authorization: jwt({ exp: 9e9, iss: 'https://elsewhere/x' }) },
    'You are not authorized to make this call.',
  ],
  [{ 'x-api-key': 'da2-nope' }, 'You are not authorized to make this call.'],
])('401 for %j', async (headers, message) => {
  const { api, ask } = await start();
  await using _ = api;
  expect(await ask('{ who }', headers as Record<string, string>)).toEqual({
    status: 401,
    errors: [{ errorType: 'UnauthorizedException', message }],
  });
  expect(api.cloud.bus.recent('graphql')).toMatchObject([{ authMode: 'none', errors: [{ message }] }]);
});

test('an API key expires', async () => {
  const { api, ask } = await start();
  await using _ = api;
  expect((await ask('{ keyed }', { 'x-api-key': api.apiKey })).data).toEqual({ keyed: 'me' });
  api.cloud.clock.advance(8 * 24 * 3600 * 1000);
  expect((await ask('{ keyed }', { 'x-api-key': api.apiKey })).status).toBe(401);
});

test('IAM: policies are asked for root and marked fields; identity of an identity pool', async () => {
  const denied = new Set<string>();
  const { api, ask } = await start((_principal, { resource }) => {
    if (denied.has(resource.split('/types/')[1]!))
      throw new AwsError('AccessDeniedException', `not authorized: ${resource}`);
  });
  await using _ = api;
  const principal: Principal = {
    kind: 'role',
    roleArn: 'arn:aws:iam::000000000000:role/path/auth',
    sessionName: 'CognitoIdentityCredentials',
    sessionContext: {
      'cognito-identity.amazonaws.com:sub': 'us-east-1:id',
      'cognito-identity.amazonaws.com:aud': 'us-east-1:pool',
      'cognito-identity.amazonaws.com:amr': 'authenticated',
      cognitoIdentityAuthProvider: '"idp","idp:CognitoSignIn:u1"',
    },
  };
  const headers = { authorization: 'AWS4-HMAC-SHA256 Credential=…' };
  let identity: any;
  await api.resolver('Query.signed', 'thing');
  expect((await ask('{ signed { open iam nested { x } } }', headers, principal)).data).toEqual({
    signed: { open: 'o', iam: 'i', nested: { x: null } },
  });
  expect(api.cloud.authorized.map(({ permission }) => permission.resource)).toContain(
    `arn:aws:appsync:us-east-1:000000000000:apis/${api.apiId}/types/Thing/fields/iam`,
  );
  denied.add('Thing/fields/iam');
  expect((await ask('{ signed { open iam } }', headers, principal)).data).toEqual({
    signed: { open: 'o', iam: null },
  });
  denied.add('Query/fields/signed');
  expect(await ask('{ signed { open } }', headers, principal)).toEqual({
    status: 401,
    errors: [{ errorType: 'UnauthorizedException', message: 'Permission denied' }],
  });
  await using other = await startApi(
    'type Query { who: String }',
    { who: { request: (context) => ((identity = context.identity), {}) } },
    { api: { AuthenticationType: 'AWS_IAM' } },
  );
  await other.resolver('Query.who', 'who');
  await other.post({ query: '{ who }' }, headers, principal);
  expect(identity).toMatchObject({
    userArn: 'arn:aws:sts::000000000000:assumed-role/auth/CognitoIdentityCredentials',
    cognitoIdentityId: 'us-east-1:id',
    cognitoIdentityPoolId: 'us-east-1:pool',
    cognitoIdentityAuthType: 'authenticated',
    cognitoIdentityAuthProvider: '"idp","idp:CognitoSignIn:u1"',
  });
});

test('a Lambda authorizer: context, denied fields, cache', async () => {
  const asked: any[] = [];
  let identity: any;
  await using api = await startApi(
    'type Query { a: String b: String }',
    { a: { request: (context) => ((identity = context.identity), { payload: 'a' }) } },
    {
      api: {
        AuthenticationType: 'AWS_LAMBDA',
        LambdaAuthorizerConfig: {
          AuthorizerUri: 'arn:f',
          AuthorizerResultTtlInSeconds: 10,
          IdentityValidationExpression: '^ok',
        },
      },
    },
  );
  api.cloud.register(
    service('lambda', {
      invokeFunction: async (input: any) => {
        asked.push(input);
        const isAuthorized = input.payload.authorizationToken === 'ok-yes';
        return { payload: { isAuthorized, resolverContext: { role: 'r' }, deniedFields: ['Query.b'] } };
      },
    }),
  );
  await api.resolver('Query.a', 'a');
  await api.resolver('Query.b', 'a');
  const ask = async (authorization: string) =>
    JSON.parse(String((await api.post({ query: '{ a b }' }, { authorization })).body));
  expect(await ask('ok-yes')).toMatchObject({
    data: { a: 'a', b: null },
    errors: [{ errorType: 'Unauthorized' }],
  });
  expect(identity).toEqual({ resolverContext: { role: 'r' } });
  await ask('ok-yes');
  expect(asked).toHaveLength(1);
  expect(asked[0].principal).toEqual({
    kind: 'service',
    service: 'appsync.amazonaws.com',
    sourceArn: expect.stringContaining('apis/'),
  });
  api.cloud.clock.advance(11_000);
  await ask('ok-yes');
  expect(asked).toHaveLength(2);
  expect((await ask('ok-no')).errors[0].errorType).toBe('UnauthorizedException');
  await ask('unfit');
  expect(asked).toHaveLength(3);
});

test('one mode only: @aws_auth names groups, and DefaultAction DENY shuts the rest', async () => {
  await using api = await startApi(
    'type Query { open: String grouped: String @aws_auth(cognito_groups: ["g"]) }',
    { open: { request: () => ({ payload: 'x' }) } },
    {
      api: {
        AuthenticationType: 'AMAZON_COGNITO_USER_POOLS',
        UserPoolConfig: { ...USER_POOL, DefaultAction: 'DENY' },
      },
    },
  );
  api.cloud.register(verifier);
  await api.resolver('Query.open', 'open');
  await api.resolver('Query.grouped', 'open');
  const authorization = jwt({ exp: 9e9, 'cognito:groups': ['g'] });
  const { body } = await api.post({ query: '{ open grouped }' }, { authorization });
  expect(JSON.parse(String(body)).data).toEqual({ open: null, grouped: 'x' });
});
