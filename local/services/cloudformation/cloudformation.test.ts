import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  ListStackResourcesCommand,
  UpdateStackCommand,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';
import { GetBucketEncryptionCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sampleFunction } from '../../assembly/testing.ts';
import { startLocalCloud, type LocalCloud } from '../../cloud.ts';

const ACCOUNT = '000000000000';
const BUCKET = `cdk-hnb659fds-assets-${ACCOUNT}-us-east-1`;

/** A function that provides a custom resource, and fails or waits when it is told to. */
const CODE = `
exports.handler = async (event) => {
  const { StackId, RequestId, LogicalResourceId, RequestType, ResourceProperties } = event;
  console.log(RequestType + ' ' + ResourceProperties.Version);
  if (ResourceProperties.Gate) await fetch(ResourceProperties.Gate);
  const Status = ResourceProperties.Version === 'bad' && RequestType !== 'Delete' ? 'FAILED' : 'SUCCESS';
  const answer = { Status, Reason: 'no luck', PhysicalResourceId: 'made', StackId, RequestId, LogicalResourceId };
  await fetch(event.ResponseURL, { method: 'PUT', body: JSON.stringify(answer) });
};`;

const resources = (version: string): Record<string, unknown> => ({
  ...sampleFunction('Maker', CODE),
  Setting: { Type: 'AWS::SSM::Parameter', Properties: { Name: 'setting', Type: 'String', Value: version } },
  Made: {
    Type: 'Custom::Made',
    DependsOn: 'Setting',
    Properties: { ServiceToken: { 'Fn::GetAtt': ['Maker', 'Arn'] }, Version: version },
  },
});
const template = (version: string, more: object = {}): string =>
  JSON.stringify({
    Resources: { ...resources(version), ...more },
    Outputs: { Setting: { Value: { 'Fn::GetAtt': ['Setting', 'Value'] } } },
  });

let folder: string;
let cloud: LocalCloud;
let client: CloudFormationClient;

const connect = (credentials = cloud.developerCredentials) => ({
  region: 'us-east-1',
  endpoint: cloud.baseUrl,
  credentials,
  maxAttempts: 1,
});
const start = async (): Promise<void> => {
  cloud = await startLocalCloud({ stateFolder: folder, log: () => undefined });
  client = new CloudFormationClient(connect());
};
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cloudformation-'));
  await start();
});
afterEach(async () => {
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function create(body: string, StackName = 'sample'): Promise<void> {
  await client.send(new CreateStackCommand({ StackName, TemplateBody: body }));
  await cloud.settle();
}
async function update(body: string): Promise<void> {
  await client.send(new UpdateStackCommand({ StackName: 'sample', TemplateBody: body }));
  await cloud.settle();
}
async function state(name = 'sample'): Promise<{ status?: string; setting?: string }> {
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
  return { status: Stacks[0]?.StackStatus, setting: Stacks[0]?.Outputs?.[0]?.OutputValue };
}
const runs = (): string[] => cloud.bus.recent('functionLog').map(({ line }) => line);

describe('a stack over the wire', () => {
  test('is created, updated, described, and deleted', async () => {
    await create(template('1'));
    expect(await state()).toEqual({ status: 'CREATE_COMPLETE', setting: '1' });
    await update(template('2'));
    expect(await state()).toEqual({ status: 'UPDATE_COMPLETE', setting: '2' });
    expect(runs()).toEqual(['Create 1', 'Update 2']);
    const { TemplateBody } = await client.send(new GetTemplateCommand({ StackName: 'sample' }));
    expect(TemplateBody).toBe(template('2'));
    await expect(update(template('2'))).rejects.toThrow('No updates are to be performed.');

    const { Stacks = [] } = await client.send(new DescribeStacksCommand({}));
    await client.send(new DeleteStackCommand({ StackName: 'sample' }));
    await cloud.settle();
    await expect(state()).rejects.toThrow('Stack with id sample does not exist');
    expect(await state(Stacks[0]?.StackId)).toMatchObject({ status: 'DELETE_COMPLETE' });
    expect(runs().at(-1)).toBe('Delete 2');
  });

  test('goes back to what it was when an update fails, and takes the next one', async () => {
    await create(template('1'));
    await update(
      template('bad', { New: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: 'x' } } }),
    );
    expect(await state()).toEqual({ status: 'UPDATE_ROLLBACK_COMPLETE', setting: '1' });
    // As CloudFormation does, the resource that failed is updated to what it was.
    expect(runs()).toEqual(['Create 1', 'Update bad', 'Update 1']);
    const { StackResourceSummaries = [] } = await client.send(
      new ListStackResourcesCommand({ StackName: 'sample' }),
    );
    expect(StackResourceSummaries.map((one) => one.LogicalResourceId)).not.toContain('New');
    const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName: 'sample' }));
    const failed = StackEvents.find((one) => one.ResourceStatus === 'UPDATE_FAILED');
    expect(failed).toMatchObject({ LogicalResourceId: 'Made' });
    expect(failed?.ResourceStatusReason).toContain('no luck');
    await update(template('3'));
    expect(await state()).toEqual({ status: 'UPDATE_COMPLETE', setting: '3' });
  });

  test('leaves nothing behind when its creation fails, and can’t be updated then', async () => {
    await create(template('bad'));
    expect(await state()).toMatchObject({ status: 'ROLLBACK_COMPLETE' });
    await expect(update(template('1'))).rejects.toThrow(
      'is in ROLLBACK_COMPLETE state and can not be updated',
    );
    await client.send(new DeleteStackCommand({ StackName: 'sample' }));
    await cloud.settle();
    await create(template('1'));
    expect(await state()).toMatchObject({ status: 'CREATE_COMPLETE' });
  });

  test('takes one update at a time', async () => {
    await create(template('1'));
    // The first update goes on until its custom resource gets an answer here.
    const gate = Promise.withResolvers<void>();
    const server = createServer((_request, response) => void gate.promise.then(() => response.end()));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const { Made, ...others } = resources('2') as { Made: { Properties: object } };
      const Gate = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const slow = { ...Made, Properties: { ...Made.Properties, Gate } };
      const body = JSON.stringify({ Resources: { ...others, Made: slow } });
      await client.send(new UpdateStackCommand({ StackName: 'sample', TemplateBody: body }));
      await expect(update(template('3'))).rejects.toThrow(
        'is in UPDATE_IN_PROGRESS state and can not be updated',
      );
    } finally {
      gate.resolve();
      await cloud.settle();
      server.close();
    }
    expect(await state()).toMatchObject({ status: 'UPDATE_COMPLETE' });
    expect(runs()).toEqual(['Create 1', 'Update 2']);
  });

  test('survives a restart', async () => {
    await create(template('1'));
    await cloud.stop();
    await start();
    expect(await state()).toEqual({ status: 'CREATE_COMPLETE', setting: '1' });
    await update(template('2'));
    expect(await state()).toEqual({ status: 'UPDATE_COMPLETE', setting: '2' });
  });

  test('is protected from deletion when it is to be', async () => {
    await create(template('1'));
    const protection = { StackName: 'sample', EnableTerminationProtection: true };
    await client.send(new UpdateTerminationProtectionCommand(protection));
    const deletion = client.send(new DeleteStackCommand({ StackName: 'sample' }));
    await expect(deletion).rejects.toThrow('cannot be deleted while TerminationProtection is enabled');
  });
});

test('nested templates and code come from the bucket that CDK uploads to', async () => {
  const s3 = new S3Client(connect());
  const nested = JSON.stringify({ Resources: resources('1') });
  const hash = createHash('sha256').update(nested).digest('hex');
  const root = JSON.stringify({
    Resources: {
      Inner: {
        Type: 'AWS::CloudFormation::Stack',
        Properties: { TemplateURL: { 'Fn::Sub': `https://s3.\${AWS::Region}.x/${BUCKET}/${hash}.json` } },
      },
    },
  });
  // CDK asks before it uploads.
  const encryption = await s3.send(new GetBucketEncryptionCommand({ Bucket: BUCKET }));
  const [rule] = encryption.ServerSideEncryptionConfiguration?.Rules ?? [];
  expect(rule?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm).toBe('AES256');
  await expect(create(root)).rejects.toThrow('The specified key does not exist');
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: `${hash}.json`, Body: nested }));
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'root.json', Body: root }));
  const TemplateURL = `https://s3.us-east-1.amazonaws.com/${BUCKET}/root.json`;
  await client.send(new CreateStackCommand({ StackName: 'sample', TemplateURL }));
  await cloud.settle();
  expect(await state()).toMatchObject({ status: 'CREATE_COMPLETE' });
  const { StackResourceSummaries = [] } = await client.send(
    new ListStackResourcesCommand({ StackName: 'sample' }),
  );
  const inner = StackResourceSummaries[0]?.PhysicalResourceId;
  const below = await client.send(new ListStackResourcesCommand({ StackName: inner }));
  expect(below.StackResourceSummaries?.map((one) => one.LogicalResourceId).sort()).toEqual(
    Object.keys(resources('1')).sort(),
  );
  const events = await client.send(new DescribeStackEventsCommand({ StackName: inner }));
  expect(events.StackEvents?.[0]).toMatchObject({ ResourceStatus: 'CREATE_COMPLETE' });
  const { TemplateBody = '' } = await client.send(new GetTemplateCommand({ StackName: inner }));
  expect(JSON.parse(TemplateBody)).toEqual(JSON.parse(nested));
});

test('the bootstrapped roles may do their own work alone', async () => {
  const assume = async (role: string): Promise<CloudFormationClient> => {
    const { Credentials } = await new STSClient(connect()).send(
      new AssumeRoleCommand({
        RoleArn: `arn:aws:iam::${ACCOUNT}:role/cdk-hnb659fds-${role}-${ACCOUNT}-us-east-1`,
        RoleSessionName: 'deployment',
      }),
    );
    const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {};
    const credentials = {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
    };
    return new CloudFormationClient(connect(credentials));
  };
  const command = new CreateStackCommand({ StackName: 'sample', TemplateBody: template('1') });
  const publisher = await assume('file-publishing-role');
  await expect(publisher.send(command)).rejects.toThrow(
    /is not authorized to perform: cloudformation:CreateStack on resource: arn:aws:cloudformation/,
  );
  await (await assume('deploy-role')).send(command);
  await cloud.settle();
  expect(await state()).toMatchObject({ status: 'CREATE_COMPLETE' });
});

test('what is not covered, or wrong, is said', async () => {
  await create(template('1'));
  await expect(create(template('1'))).rejects.toThrow('Stack [sample] already exists');
  await expect(create(template('1'), 'other')).rejects.toThrow(/does not cover a second root stack/);
  await expect(create(template('1'), 'no/slash')).rejects.toThrow(/'stackName' failed to satisfy constraint/);
  await expect(update('{')).rejects.toThrow('Template format error');
  const anonymous = await fetch(`${cloud.baseUrl}/cloudformation/?Action=DescribeStacks`);
  expect(anonymous.status).toBe(403);
});
