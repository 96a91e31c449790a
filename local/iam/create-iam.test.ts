import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createClock } from '../core/clock.ts';
import type { Permission, Principal } from '../core/principal.ts';
import { createIam, type Iam } from './create-iam.ts';
import type { PolicyStatement } from './policy/document.ts';

const TABLE = 'arn:aws:dynamodb:us-east-1:000000000000:table/Things';
const ROLE = 'arn:aws:iam::000000000000:role/worker';
const worker: Principal = { kind: 'role', roleArn: ROLE, sessionName: 'run' };
const TRUST = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

function iamWith(statements: readonly PolicyStatement[], folder = mkdtempSync(join(tmpdir(), 'iam-'))): Iam {
  const iam = createIam({
    accountId: '000000000000',
    region: 'us-east-1',
    clock: createClock(),
    stateFolder: folder,
  });
  const inline = new Map(
    statements.length ? [['inline', { Version: '2012-10-17', Statement: statements }]] : [],
  );
  iam.roles.putRole({ name: 'worker', path: '/', trust: TRUST, inline, managedPolicyArns: [] });
  return iam;
}

function allowed(iam: Iam, permission: Partial<Permission>, principal: Principal = worker): boolean {
  try {
    iam.authorize(principal, { action: 'dynamodb:GetItem', resource: TABLE, ...permission });
    return true;
  } catch (error) {
    expect((error as Error).name).toBe('AccessDeniedException');
    return false;
  }
}

const allow = (rest: Partial<PolicyStatement> = {}): PolicyStatement => ({
  Effect: 'Allow',
  Action: 'dynamodb:GetItem',
  Resource: TABLE,
  ...rest,
});

describe('policy evaluation', () => {
  test.each<[string, readonly PolicyStatement[], Partial<Permission>, boolean]>([
    ['nothing', [], {}, false],
    ['exact', [allow()], {}, true],
    ['other action', [allow()], { action: 'dynamodb:PutItem' }, false],
    ['action wildcard, any case', [allow({ Action: 'DynamoDB:get*' })], {}, true],
    ['question mark', [allow({ Action: 'dynamodb:Get????' })], {}, true],
    ['NotAction', [allow({ Action: undefined, NotAction: 'dynamodb:Delete*' })], {}, true],
    ['NotAction excludes', [allow({ Action: undefined, NotAction: 'dynamodb:Get*' })], {}, false],
    ['resource case matters', [allow({ Resource: TABLE.toUpperCase() })], {}, false],
    ['star at the end', [allow({ Resource: 'arn:aws:dynamodb:*' })], {}, true],
    ['star inside a segment', [allow({ Resource: 'arn:aws:dynamodb:*:*:table/Th*' })], {}, true],
    ['NotResource', [allow({ Resource: undefined, NotResource: TABLE })], {}, false],
    [
      'index under a table',
      [allow({ Resource: [TABLE, `${TABLE}/index/*`] })],
      { resource: `${TABLE}/index/byName` },
      true,
    ],
    ['explicit deny wins', [allow(), allow({ Effect: 'Deny', Action: '*', Resource: '*' })], {}, false],
    ['deny of another resource', [allow(), allow({ Effect: 'Deny', Resource: `${TABLE}2` })], {}, true],
  ])('%s', (_name, statements, permission, expected) => {
    expect(allowed(iamWith(statements), permission)).toBe(expected);
  });

  test.each<[string, PolicyStatement['Condition'], Permission['context'], boolean]>([
    ['StringEquals', { StringEquals: { 'a:k': ['x', 'y'] } }, { 'A:K': 'y' }, true],
    ['StringEquals missing', { StringEquals: { 'a:k': 'x' } }, {}, false],
    ['StringEqualsIfExists missing', { StringEqualsIfExists: { 'a:k': 'x' } }, {}, true],
    ['StringNotEquals of many', { StringNotEquals: { 'a:k': ['x', 'y'] } }, { 'a:k': 'y' }, false],
    ['StringNotEquals missing', { StringNotEquals: { 'a:k': 'x' } }, {}, true],
    ['StringLike', { StringLike: { 'a:k': 'pub/*' } }, { 'a:k': 'pub/a/b' }, true],
    ['two operators are and', { StringLike: { 'a:k': '*' }, Bool: { 'a:b': 'true' } }, { 'a:k': 'x' }, false],
    ['ForAllValues', { 'ForAllValues:StringEquals': { 'a:k': ['x', 'y'] } }, { 'a:k': ['x', 'z'] }, false],
    ['ForAllValues of none', { 'ForAllValues:StringEquals': { 'a:k': 'x' } }, {}, true],
    ['ForAnyValue', { 'ForAnyValue:StringLike': { 'a:k': 'z*' } }, { 'a:k': ['x', 'zz'] }, true],
    ['ForAnyValue of none', { 'ForAnyValue:StringEquals': { 'a:k': 'x' } }, {}, false],
    ['ArnLike per part', { ArnLike: { 'a:k': 'arn:aws:s3:::b/*' } }, { 'a:k': 'arn:aws:s3:::b/c:d' }, true],
    ['ArnEquals', { ArnEquals: { 'a:k': 'arn:aws:s3:::b' } }, { 'a:k': 'arn:aws:s3:::c' }, false],
    ['NumericLessThan', { NumericLessThan: { 'a:k': '10' } }, { 'a:k': '9' }, true],
    ['NumericGreaterThanEquals', { NumericGreaterThanEquals: { 'a:k': 10 } }, { 'a:k': '9' }, false],
    ['DateGreaterThan now', { DateGreaterThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } }, {}, true],
    ['Null true', { Null: { 'a:k': 'true' } }, {}, true],
    ['Null false', { Null: { 'a:k': 'false' } }, {}, false],
    ['IpAddress', { IpAddress: { 'aws:SourceIp': '127.0.0.0/8' } }, {}, true],
    ['NotIpAddress', { NotIpAddress: { 'aws:SourceIp': '127.0.0.0/8' } }, {}, false],
    ['variable', { StringEquals: { 'a:k': '${aws:PrincipalArn}' } }, { 'a:k': ROLE }, true],
    [
      'a value’s star is no wildcard',
      { StringLike: { 'a:k': '${a:v}' } },
      { 'a:k': 'abc', 'a:v': '*' },
      false,
    ],
    ['SecureTransport', { Bool: { 'aws:SecureTransport': 'false' } }, {}, false],
  ])('condition %s', (_name, Condition, context, expected) => {
    expect(allowed(iamWith([allow({ Condition })]), { context })).toBe(expected);
  });

  test('variables in resources come from the session', () => {
    const iam = iamWith([allow({ Resource: `${TABLE}/\${cognito-identity.amazonaws.com:sub}` })]);
    const of = (sub: string): Principal =>
      ({ ...worker, sessionContext: { 'cognito-identity.amazonaws.com:sub': sub } }) as Principal;
    expect(allowed(iam, { resource: `${TABLE}/one` }, of('one'))).toBe(true);
    expect(allowed(iam, { resource: `${TABLE}/one` }, of('two'))).toBe(false);
    expect(allowed(iam, { resource: `${TABLE}/one` })).toBe(false);
    expect(allowed(iam, { resource: `${TABLE}/one` }, of('*'))).toBe(false);
  });

  test('a changed policy is in force at once', () => {
    const iam = iamWith([]);
    expect(allowed(iam, {})).toBe(false);
    iam.roles.attach('p', ['worker'], { Version: '2012-10-17', Statement: allow() });
    expect(allowed(iam, {})).toBe(true);
    iam.roles.detach('p');
    expect(allowed(iam, {})).toBe(false);
  });

  test('session policies and a permissions boundary only narrow', () => {
    const iam = iamWith([allow({ Action: 'dynamodb:*' })]);
    const narrowed: Principal = {
      ...worker,
      sessionPolicies: [{ Version: '2012-10-17', Statement: allow() }],
    } as Principal;
    expect(allowed(iam, {}, narrowed)).toBe(true);
    expect(allowed(iam, { action: 'dynamodb:PutItem' }, narrowed)).toBe(false);
    expect(allowed(iam, { action: 'dynamodb:PutItem' })).toBe(true);
    const boundary = { Version: '2012-10-17', Statement: allow() };
    const permissionsBoundary = iam.roles.putManagedPolicy('/limit', boundary);
    iam.roles.putRole({ ...iam.roles.byName('worker')!.definition, permissionsBoundary });
    expect(allowed(iam, {})).toBe(true);
    expect(() => iam.authorize(worker, { action: 'dynamodb:PutItem', resource: TABLE })).toThrow(
      'because no permissions boundary allows the dynamodb:PutItem action',
    );
  });

  test('resource policies let services and anybody in', () => {
    const iam = iamWith([]);
    const fn = 'arn:aws:lambda:us-east-1:000000000000:function:f';
    iam.addResourcePolicy(fn, {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'cognito-idp.amazonaws.com' },
          Action: 'lambda:InvokeFunction',
          Resource: fn,
          Condition: { ArnLike: { 'AWS:SourceArn': 'arn:pool' } },
        },
      ],
    });
    const ask = { action: 'lambda:InvokeFunction', resource: fn };
    const cognito = (sourceArn: string): Principal => ({
      kind: 'service',
      service: 'cognito-idp.amazonaws.com',
      sourceArn,
    });
    expect(allowed(iam, ask, cognito('arn:pool'))).toBe(true);
    expect(allowed(iam, ask, cognito('arn:other'))).toBe(false);
    expect(allowed(iam, ask, { kind: 'service', service: 's3.amazonaws.com', sourceArn: 'arn:pool' })).toBe(
      false,
    );
    expect(allowed(iam, ask, { kind: 'anonymous' })).toBe(false);
    expect(allowed(iam, ask, { kind: 'developer' })).toBe(true);
  });

  test('says why in AWS’s words', () => {
    const iam = iamWith([allow({ Effect: 'Deny', Action: 'dynamodb:Scan' })]);
    const say = (action: string) => () => iam.authorize(worker, { action, resource: TABLE });
    const who = 'User: arn:aws:sts::000000000000:assumed-role/worker/run is not authorized to perform';
    expect(say('dynamodb:PutItem')).toThrow(
      `${who}: dynamodb:PutItem on resource: ${TABLE} because no identity-based policy allows the dynamodb:PutItem action`,
    );
    expect(say('dynamodb:Scan')).toThrow(
      `${who}: dynamodb:Scan on resource: ${TABLE} with an explicit deny in an identity-based policy`,
    );
  });

  test('refuses a malformed policy and an operator that doesn’t exist', () => {
    expect(() => iamWith([{ Effect: 'Maybe' as 'Allow', Action: 'a:b', Resource: '*' }])).toThrow(
      'Syntax errors',
    );
    expect(() => iamWith([allow({ Condition: { StringAlmost: { a: 'b' } } })])).toThrow(
      'Invalid Condition type',
    );
  });
});

describe('credentials', () => {
  test('survive a restart, and are nobody’s when changed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'iam-'));
    const { accessKeyId, secretAccessKey, sessionToken } = iamWith([], folder).issueCredentials(
      worker as Extract<Principal, { kind: 'role' }>,
    );
    const again = iamWith([], folder);
    expect(again.resolveAccessKey(accessKeyId, sessionToken)).toEqual({
      kind: 'known',
      secretAccessKey,
      principal: worker,
    });
    expect(again.resolveAccessKey(accessKeyId, `${sessionToken.slice(0, -4)}AAAA`).kind).toBe(
      'invalid-token',
    );
    expect(again.resolveAccessKey('ASIAAAAAAAAAAAAAAAAA', sessionToken).kind).toBe('invalid-token');
    expect(again.resolveAccessKey(again.developerCredentials.accessKeyId).kind).toBe('known');
    expect(again.resolveAccessKey('AKIAAAAAAAAAAAAAAAAA').kind).toBe('unknown-key');
    expect(iamWith([]).resolveAccessKey(accessKeyId, sessionToken).kind).toBe('invalid-token');
  });

  test('an identity pool gets only roles that trust it', () => {
    const iam = iamWith([]);
    const trust = {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRoleWithWebIdentity',
          Principal: { Federated: 'cognito-identity.amazonaws.com' },
          Condition: {
            StringEquals: { 'cognito-identity.amazonaws.com:aud': 'pool' },
            'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
          },
        },
      ],
    };
    iam.roles.putRole({ name: 'user', path: '/', trust, inline: new Map(), managedPolicyArns: [] });
    const issue = (roleName: string, aud: string, amr: string) => () =>
      iam.issueCredentials({
        kind: 'role',
        roleArn: `arn:aws:iam::000000000000:role/${roleName}`,
        sessionName: 's',
        sessionContext: {
          'cognito-identity.amazonaws.com:aud': aud,
          'cognito-identity.amazonaws.com:amr': amr,
        },
      });
    expect(issue('user', 'pool', 'authenticated')().accessKeyId).toMatch(/^ASIA/);
    expect(issue('user', 'other', 'authenticated')).toThrow('sts:AssumeRoleWithWebIdentity');
    expect(issue('user', 'pool', 'unauthenticated')).toThrow('not authorized');
    expect(issue('worker', 'pool', 'authenticated')).toThrow('not authorized');
  });
});
