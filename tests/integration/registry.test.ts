import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';
import type { SpecDatabase } from '@aws-cdk/service-spec-types';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { registryProblems } from '../support/registry/validate.ts';
import { resourcesOf, type FoundResource } from '../support/templates.ts';

/** Custom resources have no schema; their handlers check them. CDK's metadata is not for CloudFormation to check. */
const WITHOUT_SCHEMA = /^(Custom::|AWS::CloudFormation::CustomResource$|AWS::CDK::Metadata$)/;

let db: SpecDatabase;
beforeAll(async () => {
  db = await loadAwsServiceSpec();
});

describe.each([
  ['sandbox', inject('sandboxAssembly')],
  ['branch', inject('branchAssembly')],
] as const)('the %s assembly', (_type, assembly) => {
  it('has only properties that the CloudFormation registry knows, of the right types', () => {
    const resources = resourcesOf(assembly).filter(({ Type }) => !WITHOUT_SCHEMA.test(Type));
    expect(resources.length).toBeGreaterThan(200);
    expect(resources.flatMap((resource) => registryProblems(db, resource))).toEqual([]);
  });
});

describe('a mistake in a template is found', () => {
  const table = (properties: Record<string, unknown>): FoundResource => ({
    Type: 'AWS::DynamoDB::Table',
    Properties: { KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }], ...properties },
    template: 'any',
    logicalId: 'T',
  });

  it.each([
    ['a property that does not exist', table({ BilingMode: 'X' }), ['T.BilingMode does not exist']],
    [
      'a missing one',
      table({ KeySchema: [{ AttributeName: 'id' }] }),
      ['T.KeySchema[0].KeyType is required'],
    ],
    [
      'a wrong type',
      table({ DeletionProtectionEnabled: 'yes' }),
      [expect.stringContaining('of type boolean')],
    ],
    ['a scalar for a list', table({ KeySchema: 'id' }), ['T.KeySchema must be a list']],
    [
      'a type that does not exist',
      { ...table({}), Type: 'AWS::DynamoDB::Tabel' },
      [expect.stringMatching(/not in the registry/)],
    ],
    ['nothing, where the value comes from elsewhere', table({ TableName: { Ref: 'X' } }), []],
  ])('%s', (_name, resource, problems) => {
    expect(registryProblems(db, resource)).toEqual(problems);
  });
});
