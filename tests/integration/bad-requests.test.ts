import { randomUUID } from 'node:crypto';
import { Sha256 } from '@aws-crypto/sha256-js';
import {
  CognitoIdentityClient,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
} from '@aws-sdk/client-cognito-identity';
import { DynamoDBClient, ListTablesCommand, RestoreTableFromBackupCommand } from '@aws-sdk/client-dynamodb';
import { SignatureV4 } from '@smithy/signature-v4';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { graphqlUrl, postGraphql } from '../support/raw-graphql.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import { createPeople, type People, type Person } from '../support/people.ts';

let test: TestCloud;
let url: string;
let people: People;
let person: Person;

beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  url = await graphqlUrl(test.cloud);
  people = await createPeople(test.cloud);
  person = await people.person('tester');
});
afterAll(() => test?.[Symbol.asyncDispose]());

const FEED = JSON.stringify({ query: '{ homeFeed { items { id message } } }' });
const CREATE = `mutation ($clientId: ID!, $message: String!, $expiresIn: ExpiresIn) {
  createActivity(clientId: $clientId, message: $message, expiresIn: $expiresIn) { id message }
}`;

function create(message: string, more: Record<string, unknown> = {}) {
  const variables = { clientId: randomUUID(), message, ...more };
  return postGraphql(url, JSON.stringify({ query: CREATE, variables }), { authorization: person.token });
}

async function storedMessages(): Promise<string[]> {
  const { data } = await postGraphql(url, FEED, { authorization: person.token });
  return data!['homeFeed'].items.map((item: { message: string }) => item.message);
}

describe('what a caller claims to be', () => {
  it.each([
    ['no authorization at all', {}],
    ['an empty header', { authorization: '' }],
    ['a word', { authorization: 'let-me-in' }],
    ['half a token', { authorization: 'eyJhbGciOiJSUzI1NiJ9.e30' }],
  ])('refuses %s', async (_what, headers) => {
    const answer = await postGraphql(url, FEED, headers as Record<string, string>);
    expect(answer).toMatchObject({ status: 401, errors: [{ errorType: 'UnauthorizedException' }] });
    expect(answer.data ?? null).toBeNull();
  });

  it('refuses a token that somebody else signed, whatever it says', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const [header, payload] = person.token
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString());
    const forged = await new SignJWT(JSON.parse(payload!))
      .setProtectedHeader({ ...JSON.parse(header!), jwk: await exportJWK(publicKey) })
      .sign(privateKey);
    expect(await postGraphql(url, FEED, { authorization: forged })).toMatchObject({ status: 401 });
  });

  it('refuses a token whose claims were changed, and one without a signature', async () => {
    const [header, payload, signature] = person.token.split('.');
    const claims = {
      ...JSON.parse(Buffer.from(payload!, 'base64url').toString()),
      'cognito:groups': ['moderators'],
    };
    const changed = Buffer.from(JSON.stringify(claims)).toString('base64url');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    for (const token of [`${header}.${changed}.${signature}`, `${none}.${changed}.`]) {
      expect(await postGraphql(url, FEED, { authorization: token })).toMatchObject({ status: 401 });
    }
  });

  it('refuses a token after its hour', async () => {
    const { token } = await people.person('brief');
    expect(await postGraphql(url, FEED, { authorization: token })).toMatchObject({ status: 200 });
    test.cloud.clock.advance(61 * 60_000);
    expect(await postGraphql(url, FEED, { authorization: token })).toMatchObject({
      status: 401,
      errors: [{ errorType: 'UnauthorizedException' }],
    });
    await person.signIn();
  });

  it('takes the author from the token, never from an argument', async () => {
    const query = `mutation { createActivity(clientId: "${randomUUID()}", message: "x", authorId: "${randomUUID()}") { id } }`;
    const answer = await postGraphql(url, JSON.stringify({ query }), { authorization: person.token });
    expect(answer.errors![0]!.message).toContain('authorId');
    expect(await storedMessages()).not.toContain('x');
  });
});

describe('guests', () => {
  async function guestFetch(body: string, tamper = (signature: string) => signature) {
    const { outputs } = await test.cloud.outputs();
    const { auth } = outputs as unknown as { auth: { identity_pool_id: string } };
    const client = new CognitoIdentityClient({
      endpoint: test.cloud.baseUrl,
      region: 'us-east-1',
      credentials: { accessKeyId: 'unsigned', secretAccessKey: 'unsigned' },
    });
    const { IdentityId } = await client.send(new GetIdCommand({ IdentityPoolId: auth.identity_pool_id }));
    const { Credentials } = await client.send(new GetCredentialsForIdentityCommand({ IdentityId }));
    const target = new URL(url);
    const signer = new SignatureV4({
      region: 'us-east-1',
      service: 'appsync',
      sha256: Sha256,
      credentials: {
        accessKeyId: Credentials!.AccessKeyId!,
        secretAccessKey: Credentials!.SecretKey!,
        sessionToken: Credentials!.SessionToken!,
      },
    });
    const { headers } = await signer.sign({
      method: 'POST',
      protocol: 'http:',
      hostname: target.hostname,
      port: Number(target.port),
      path: target.pathname,
      headers: { host: target.host, 'content-type': 'application/json' },
      body,
    });
    return postGraphql(url, body, { ...headers, authorization: tamper(headers['authorization']!) });
  }

  it('may read the feed, signed', async () => {
    expect(await guestFetch(FEED)).toMatchObject({
      status: 200,
      data: { homeFeed: { items: expect.any(Array) } },
    });
  });

  it('are refused with a wrong signature', async () => {
    const wrong = (header: string) => header.replace(/Signature=\w{4}/, 'Signature=0000');
    expect((await guestFetch(FEED, wrong)).status).toBeGreaterThanOrEqual(400);
  });

  it('may not post, and nothing is stored', async () => {
    const query = `mutation { createActivity(clientId: "${randomUUID()}", message: "by a guest") { id } }`;
    const answer = await guestFetch(JSON.stringify({ query }));
    expect(answer.data?.['createActivity'] ?? null).toBeNull();
    expect(answer.errors?.length).toBeGreaterThan(0);
    expect(await storedMessages()).not.toContain('by a guest');
  });
});

describe('what a person sends', () => {
  it.each([
    ['nothing', '', 'MessageEmpty'],
    ['only spaces', ' \n\t ', 'MessageEmpty'],
    ['only zero-width characters', '\u200b\u200d\ufeff', 'MessageEmpty'],
    ['281 characters', 'x'.repeat(281), 'MessageTooLong'],
    ['281 families', '👨‍👩‍👧'.repeat(281), 'MessageTooLong'],
    ['a mountain of accents', `x${'\u0301'.repeat(20_000)}`, 'MessageTooLong'],
  ])('is refused when it is %s', async (_what, message, errorType) => {
    expect(await create(message)).toMatchObject({ data: { createActivity: null }, errors: [{ errorType }] });
  });

  it.each([
    ['280 families', '👨‍👩‍👧'.repeat(280)],
    ['markup', `<img src=x onerror="alert(1)"><script>alert('1')</script>`],
    ['SQL', `'); drop table activities; -- :message $1 \\`],
    ['other scripts', 'مرحبا بالعالم — नमस्ते — 你好 🇩🇪'],
  ])('is kept to the letter when it is %s', async (_what, message) => {
    expect(await create(message)).toMatchObject({ data: { createActivity: { message } } });
    expect(await storedMessages()).toContain(message);
  });

  it('has an expiry that exists', async () => {
    const answer = await create('unknown expiry', { expiresIn: 'FOREVER' });
    expect(answer.errors![0]!.message).toContain('ExpiresIn');
    expect(await storedMessages()).not.toContain('unknown expiry');
  });

  it('is posted once however often it is sent', async () => {
    const clientId = randomUUID();
    const answers = await Promise.all([1, 2, 3, 4].map(() => create('sent four times', { clientId })));
    expect(new Set(answers.map((answer) => answer.data!['createActivity'].id)).size).toBe(1);
    expect((await storedMessages()).filter((message) => message === 'sent four times')).toHaveLength(1);
  });

  it.each([
    ['a client id that is none', { clientId: 'not-a-uuid' }, 'InvalidId'],
    ['a NUL', { message: 'a\0b' }, 'InvalidText'],
  ])('is refused with %s', async (_what, more, errorType) => {
    expect(await create('bad', more)).toMatchObject({ errors: [{ errorType }] });
  });

  it.each([
    ['no JSON', '{'],
    ['an empty body', ''],
    ['JSON without a query', '{}'],
    ['a query that is none', JSON.stringify({ query: '{ homeFeed {' })],
    ['an unknown field', JSON.stringify({ query: '{ passwords }' })],
  ])('is named when it is %s', async (_what, body) => {
    const answer = await postGraphql(url, body, { authorization: person.token });
    expect(answer.errors?.[0]?.message).toBeTruthy();
    expect(JSON.stringify(answer)).not.toMatch(/at .*\.ts:|select |node_modules/);
  });

  it('may be deep or huge without harm', async () => {
    const deep = `{ homeFeed { items { ${'author { '.repeat(200)}id${' }'.repeat(200)} } } }`;
    const wide = `{ ${Array.from({ length: 20_000 }, (_, i) => `a${i}: homeFeed { cursor }`).join(' ')} }`;
    for (const query of [deep, wide]) {
      const answer = await postGraphql(url, JSON.stringify({ query }), { authorization: person.token });
      expect(answer.errors?.length).toBeGreaterThan(0);
    }
    expect(await storedMessages()).toBeInstanceOf(Array);
  });

  it.each([
    ['cursor', { cursor: 'AAAA' }, 'InvalidCursor'],
    ['limit', { limit: 0 }, 'InvalidLimit'],
    ['limit', { limit: 1000 }, 'InvalidLimit'],
  ])('is a page with a possible %s', async (_what, variables, errorType) => {
    const query =
      'query ($cursor: String, $limit: Int) { homeFeed(cursor: $cursor, limit: $limit) { cursor } }';
    const answer = await postGraphql(url, JSON.stringify({ query, variables }), {
      authorization: person.token,
    });
    expect(answer).toMatchObject({ errors: [{ errorType }] });
  });
});

describe('AWS operations from outside', () => {
  const client = (secretAccessKey?: string) =>
    new DynamoDBClient({
      endpoint: test.cloud.baseUrl,
      region: 'us-east-1',
      maxAttempts: 1,
      credentials: { ...test.cloud.developerCredentials, ...(secretAccessKey && { secretAccessKey }) },
    });

  it('are for those who know the secret', async () => {
    await expect(client('wrong').send(new ListTablesCommand({}))).rejects.toMatchObject({
      name: 'InvalidSignatureException',
    });
    await expect(client().send(new ListTablesCommand({}))).resolves.toMatchObject({
      TableNames: expect.any(Array),
    });
  });

  it('are named when they are not covered, never a silent success', async () => {
    const command = new RestoreTableFromBackupCommand({
      TargetTableName: 'x',
      BackupArn: 'arn:aws:dynamodb:x',
    });
    await expect(client().send(command)).rejects.toThrow(/RestoreTableFromBackup/);
  });
});
