import { describe, expect, test } from 'vitest';
import { evaluateConditions } from './conditions.ts';
import { resolveDynamicReferences } from './dynamic-references.ts';
import { evaluate } from './evaluate.ts';
import { referencesOf } from './references.ts';
import type { Scope } from './scope.ts';

const bare: Scope = {
  name: 'the root stack',
  region: 'eu-west-1',
  accountId: '000000000000',
  stackName: 'sample',
  stackId: 'arn:stack',
  parameters: new Map<string, unknown>([
    ['Name', 'n'],
    ['List', ['a', 'b']],
  ]),
  conditions: new Map(),
  template: {
    Resources: { Queue: { Type: 'X' } },
    Mappings: { M: { 'eu-west-1': { size: 3 } } },
    Conditions: {
      IsN: { 'Fn::Equals': [{ Ref: 'Name' }, 'n'] },
      NotN: { 'Fn::Not': [{ Condition: 'IsN' }] },
      Both: { 'Fn::And': [{ Condition: 'IsN' }, { Condition: 'NotN' }] },
      Either: { 'Fn::Or': [{ Condition: 'IsN' }, { Condition: 'NotN' }] },
    },
  },
  ref: (id) => `ref:${id}`,
  attribute: (id, name) => `${id}.${name}`,
};
const scope: Scope = { ...bare, conditions: evaluateConditions(bare) };

describe('intrinsic functions', () => {
  test.each<[string, unknown, unknown]>([
    ['Ref of a parameter', { Ref: 'Name' }, 'n'],
    ['Ref of a resource', { Ref: 'Queue' }, 'ref:Queue'],
    ['pseudo-parameters', { Ref: 'AWS::URLSuffix' }, 'amazonaws.com'],
    ['GetAtt as list', { 'Fn::GetAtt': ['Queue', 'Endpoint.Address'] }, 'Queue.Endpoint.Address'],
    ['GetAtt as text', { 'Fn::GetAtt': 'Queue.Endpoint.Address' }, 'Queue.Endpoint.Address'],
    [
      'Sub',
      { 'Fn::Sub': 'a-${Name}-${AWS::Region}-${Queue.Arn}-${!keep}' },
      'a-n-eu-west-1-Queue.Arn-${keep}',
    ],
    ['Sub with variables', { 'Fn::Sub': ['${x}/${Name}', { x: { 'Fn::Join': ['+', ['1', 2]] } }] }, '1+2/n'],
    ['Join of a list parameter', { 'Fn::Join': [',', { Ref: 'List' }] }, 'a,b'],
    ['Select of Split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'x/y/z'] }] }, 'y'],
    ['FindInMap', { 'Fn::FindInMap': ['M', { Ref: 'AWS::Region' }, 'size'] }, 3],
    ['Base64', { 'Fn::Base64': 'hé' }, 'aMOp'],
    ['GetAZs', { 'Fn::GetAZs': '' }, ['eu-west-1a', 'eu-west-1b', 'eu-west-1c']],
    ['Cidr', { 'Fn::Cidr': ['10.0.0.0/16', 3, 8] }, ['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24']],
    ['Length', { 'Fn::Length': { Ref: 'List' } }, 2],
    ['ToJsonString', { 'Fn::ToJsonString': { a: { Ref: 'Name' } } }, '{"a":"n"}'],
    ['If', { 'Fn::If': ['IsN', 'yes', 'no'] }, 'yes'],
    ['conditions of conditions', [{ 'Fn::If': ['Both', 1, 2] }, { 'Fn::If': ['Either', 1, 2] }], [2, 1]],
    ['NoValue in an object', { a: 1, b: { 'Fn::If': ['NotN', 1, { Ref: 'AWS::NoValue' }] } }, { a: 1 }],
    ['NoValue in a list', [1, { Ref: 'AWS::NoValue' }], [1]],
    ['an object that only looks like one', { Ref: 'Name', other: 1 }, { Ref: 'Name', other: 1 }],
  ])('%s', (_name, expression, expected) => {
    expect(evaluate(scope, expression)).toEqual(expected);
  });

  test.each<[string, unknown, RegExp]>([
    ['a reference to nothing', { Ref: 'Nobody' }, /Unresolved resource dependencies \[Nobody\]/],
    ['Select beyond the end', { 'Fn::Select': [2, ['a', 'b']] }, /nonexistent value at index 2/],
    ['Join of objects', { 'Fn::Join': ['', [{ a: 1 }]] }, /needs strings/],
    ['a mapping that is not there', { 'Fn::FindInMap': ['M', 'x', 'size'] }, /Unable to get mapping/],
    ['ImportValue', { 'Fn::ImportValue': 'x' }, /does not cover Fn::ImportValue/],
    ['a function of the future', { 'Fn::Guess': 'x' }, /does not cover the intrinsic function Fn::Guess/],
  ])('refuses %s', (_name, expression, message) => {
    expect(() => evaluate(scope, expression)).toThrow(message);
  });

  test('conditions in a circle are refused', () => {
    const Conditions = { A: { Condition: 'B' }, B: { Condition: 'A' } };
    expect(() => evaluateConditions({ ...bare, template: { Resources: {}, Conditions } })).toThrow(
      /Circular/,
    );
  });

  test('finds what an expression refers to', () => {
    const found = referencesOf({
      a: { 'Fn::Sub': ['${x}${B.Arn}${!C}', { x: { Ref: 'D' } }] },
      b: { 'Fn::If': ['cond', { 'Fn::GetAtt': ['E', 'Arn'] }, { 'Fn::GetAtt': 'F.Arn' }] },
    });
    expect([...found].sort()).toEqual(['B', 'D', 'E', 'F']);
  });
});

test('dynamic references', async () => {
  const sources = {
    secretString: (id: string) => Promise.resolve(JSON.stringify({ password: `pw of ${id}` })),
    parameter: (name: string, version?: string) => Promise.resolve(`${name}@${version ?? 'latest'}`),
  };
  const arn = 'arn:aws:secretsmanager:us-east-1:000000000000:secret:s-AbCdEf';
  const resolve = (value: unknown): Promise<unknown> => resolveDynamicReferences(value, sources);
  expect(await resolve({ p: `{{resolve:secretsmanager:${arn}:SecretString:password::}}` })).toEqual({
    p: `pw of ${arn}`,
  });
  expect(await resolve(['{{resolve:ssm:/a/b:3}}-{{resolve:ssm:/c}}'])).toEqual(['/a/b@3-/c@latest']);
  expect(await resolve('{{resolve:secretsmanager:plain:SecretString:password}}')).toBe('pw of plain');
  await expect(resolve('{{resolve:secretsmanager:plain:SecretString:user}}')).rejects.toThrow('JSONKey');
  await expect(resolve('{{resolve:vault:x}}')).rejects.toThrow('does not cover');
});
