import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { synth } from '../../local/assembly/synth/synth.ts';
import { root } from '../../scripts/lib/paths.ts';
import { resourcesOf, type FoundResource } from '../support/templates.ts';

// The preview of a pull request is deployed as a branch, and has to go without anybody's help when the request is closed.

const folder = mkdtempSync(join(tmpdir(), 'preview-'));
let preview: FoundResource[];
beforeAll(async () => {
  process.env['AWS_PULL_REQUEST_ID'] = '7';
  try {
    await synth({
      projectFolder: root,
      entry: 'amplify/backend.ts',
      tsconfig: 'amplify/tsconfig.json',
      type: 'branch',
      namespace: 'cruddur',
      name: 'pr-7',
      outFolder: folder,
    });
  } finally {
    delete process.env['AWS_PULL_REQUEST_ID'];
  }
  preview = resourcesOf(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What deleting the stack would leave behind, or stumble over. */
function staying(resources: readonly FoundResource[]): string[] {
  const isKept = ({ DeletionPolicy, Properties }: FoundResource): boolean =>
    ['Retain', 'Snapshot', 'RetainExceptOnCreate'].includes(DeletionPolicy ?? '') ||
    [true, 'ACTIVE'].includes(
      Properties['DeletionProtection'] ??
        Properties['DeletionProtectionEnabled'] ??
        Properties['deletionProtectionEnabled'],
    );
  return resources.filter(isKept).map(({ Type }) => Type);
}

it('nothing of a preview is protected from deletion or stays', () => {
  const branch = new Set(staying(resourcesOf(inject('branchAssembly'))));
  for (const type of [
    'AWS::RDS::DBCluster',
    'AWS::Cognito::UserPool',
    'AWS::DynamoDB::Table',
    'Custom::AmplifyDynamoDBTable',
    'AWS::S3::Bucket',
  ])
    expect(branch).toContain(type);
  expect(staying(preview)).toEqual(staying(resourcesOf(inject('sandboxAssembly'))));
  expect(staying(preview)).toEqual([]);
});

it('it wakes nobody', () => {
  expect(preview.filter(({ Type }) => /CloudWatch|Budgets|SNS|WAFv2/.test(Type))).toEqual([]);
});
