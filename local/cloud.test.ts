import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLocalCloud, type LocalCloud } from './cloud.ts';
import { dropState } from './cloud/drop-state.ts';
import { sampleFunction, writeAssembly, type SampleTemplate } from './assembly/testing.ts';

const CODE = `
exports.handler = async (event) => {
  console.log('run ' + event.RequestType);
  const { StackId, RequestId, LogicalResourceId } = event;
  const answer = { Status: 'SUCCESS', PhysicalResourceId: 'made', StackId, RequestId, LogicalResourceId };
  await fetch(event.ResponseURL, { method: 'PUT', body: JSON.stringify(answer) });
};`;

const template = (version: number): SampleTemplate => ({
  Metadata: { 'AWS::Amplify::Platform': { version: '1', stackOutputs: ['deploymentType', 'region'] } },
  Resources: {
    ...sampleFunction('Maker', CODE),
    Made: {
      Type: 'Custom::Made',
      Properties: { ServiceToken: { 'Fn::GetAtt': ['Maker', 'Arn'] }, Version: version },
    },
    Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'sample', SecretString: 'hush' } },
  },
  Outputs: { deploymentType: { Value: 'sandbox' }, region: { Value: { Ref: 'AWS::Region' } } },
});

let folder: string;
let stateFolder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cloud-'));
  stateFolder = join(folder, 'state');
  writeAssembly(join(folder, 'one'), template(1));
  writeAssembly(join(folder, 'two'), template(2));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (assembly = 'one'): Promise<LocalCloud> =>
  startLocalCloud({ assembly: join(folder, assembly), stateFolder, log: () => undefined });
const runs = (cloud: LocalCloud): string[] => cloud.bus.recent('functionLog').map(({ line }) => line);

describe('the whole local cloud', () => {
  test('deploys, restarts, takes a newer assembly, and resets', async () => {
    {
      await using cloud = await start();
      expect(runs(cloud)).toEqual(['run Create']);
      const client = new SecretsManagerClient({
        endpoint: `${cloud.baseUrl}/secretsmanager`,
        region: 'us-east-1',
        credentials: cloud.developerCredentials,
      });
      const secret = await client.send(new GetSecretValueCommand({ SecretId: 'sample' }));
      expect(secret.SecretString).toBe('hush');
      const { outputs, endpoints } = await cloud.outputs();
      expect(outputs).toEqual({ version: '1.5' });
      expect(endpoints.userPoolEndpoint).toBe(`${cloud.baseUrl}/cognito-idp/`);
    }
    {
      await using cloud = await start();
      expect(runs(cloud)).toEqual([]);
      await cloud.deploy(join(folder, 'two'));
      expect(runs(cloud)).toEqual(['run Update']);
      await cloud.reset();
      expect(runs(cloud)).toEqual(['run Create']);
      await cloud.settle();
    }
  });

  test('every resource type says which properties it covers', async () => {
    await using cloud = await start();
    // These look after their properties themselves.
    const others =
      /^(Custom::|AWS::(DynamoDB|S3|CloudFront|SecretsManager::R|AppSync::(Domain|Source|ApiCache|Api$|Channel)))/;
    const silent = cloud.services
      .flatMap((service) => service.resources)
      .filter(({ covers }) => !covers)
      .flatMap(({ types }) => types.filter((type) => !others.test(type)));
    expect(silent).toEqual([]);
  });

  test('a state folder has one owner; stopping twice is stopping once', async () => {
    {
      await using cloud = await start();
      await expect(start()).rejects.toMatchObject({ code: 'StateInUse' });
      expect(cloud.baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    }
    const first = await start();
    await first.stop();
    await using again = await start();
    // Stopping the first once more must not open the folder that the second has.
    await first.stop();
    await expect(start()).rejects.toMatchObject({ code: 'StateInUse' });
    expect(again.baseUrl).toMatch(/^http/);
  });

  test('a stop ends a deployment on its way, and none begins after it', async () => {
    const never = template(3);
    (never.Resources['Maker']!['Properties'] as { Code: object }).Code = {
      ZipFile: `exports.handler = () => { console.log('hanging'); return new Promise(() => setInterval(() => {}, 1000)); };`,
    };
    writeAssembly(join(folder, 'never'), never);
    const cloud = await start();
    const hanging = Promise.withResolvers<void>();
    cloud.bus.on('functionLog', ({ line }) => line === 'hanging' && hanging.resolve());
    const deploying = cloud.deploy(join(folder, 'never'));
    const failed = expect(deploying).rejects.toThrow('the local cloud stopped');
    await hanging.promise;
    await cloud.stop();
    await failed;
    await expect(cloud.deploy(join(folder, 'one'))).rejects.toMatchObject({ code: 'Stopped' });
  });

  test('the state of a running cloud cannot be dropped, a stopped one’s is gone', async () => {
    {
      await using cloud = await start();
      expect(() => dropState(stateFolder)).toThrow(expect.objectContaining({ code: 'StateInUse' }));
      await cloud.settle();
    }
    expect(existsSync(join(stateFolder, 'cloudformation.json'))).toBe(true);
    dropState(stateFolder);
    expect(existsSync(join(stateFolder, 'cloudformation.json'))).toBe(false);
    await using cloud = await start();
    expect(runs(cloud)).toEqual(['run Create']);
  });

  test('a start that fails leaves nothing behind', async () => {
    await expect(start('three')).rejects.toMatchObject({ code: 'InvalidAssembly' });
    await using cloud = await start();
    await expect(cloud.deploy(join(folder, 'three'))).rejects.toMatchObject({ code: 'InvalidAssembly' });
    await cloud.deploy(join(folder, 'one'));
  });
});
