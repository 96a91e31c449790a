import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { createContext } from '../../../cloud/context.ts';
import { createBus } from '../../../core/bus.ts';
import { createClock, type Clock } from '../../../core/clock.ts';
import type { CloudContext, FunctionInvoker } from '../../../core/context.ts';
import type { AwsService } from '../../../core/service.ts';
import { createTracker } from '../../../core/tracker.ts';
import { startGateway } from '../../../gateway/server.ts';
import { createServiceRegistry } from '../../../gateway/service-registry.ts';
import { createIam, type Iam } from '../../../iam/create-iam.ts';
import { createCloudFront } from '../../cloudfront/index.ts';
import { createS3 } from '../index.ts';

export interface Invocation {
  readonly functionArn: string;
  readonly payload: { Records: Record<string, any>[] };
  readonly principal: unknown;
}

/** Gateway, IAM, S3 and CloudFront for real; a function service that writes down what it is asked. */
export interface TestCloud {
  readonly cloud: CloudContext;
  readonly clock: Clock;
  readonly baseUrl: string;
  readonly iam: Iam;
  readonly s3: AwsService;
  readonly cloudfront: AwsService;
  readonly client: S3Client;
  readonly invocations: Invocation[];
  readonly folder: string;
  readonly assembly: string;
  readonly logged: string[];
  /** How many of the next invocations fail. */
  failures: number;
  /** A client with a role's credentials, and the role's policy. */
  clientOf(name: string, statements: readonly object[]): S3Client;
  settle(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

export const REGION = 'us-east-1';
const TRUST = {
  Statement: { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
};

/** @param folder of an earlier cloud, to test a restart; it stays then */
export async function startTestCloud(folder?: string): Promise<TestCloud> {
  const root = folder ?? mkdtempSync(join(tmpdir(), 's3-test-'));
  const assembly = join(root, 'assembly');
  mkdirSync(assembly, { recursive: true });
  mkdirSync(join(root, 'iam'), { recursive: true });
  const [clock, bus, tracker] = [createClock(), createBus(), createTracker()];
  const accountId = '000000000000';
  const iam = createIam({ accountId, region: REGION, clock, stateFolder: join(root, 'iam') });
  const logged: string[] = [];
  const gateway = await startGateway(0, (line) => logged.push(line));
  const services = new Map<string, AwsService>();
  const cloud = createContext({
    region: REGION,
    accountId,
    clock,
    bus,
    tracker,
    baseUrl: gateway.baseUrl,
    stateFolder: root,
    iam,
    assemblyFolder: () => assembly,
    findService: (id) => services.get(id),
  });
  const invocations: Invocation[] = [];
  const lambda: FunctionInvoker = {
    id: 'lambda',
    signingName: 'lambda',
    protocol: { kind: 'http' },
    operations: {},
    resources: [],
    async invokeFunction(input) {
      invocations.push(input as Invocation);
      if (result.failures === 0) return { payload: null };
      result.failures -= 1;
      return { payload: { errorMessage: 'no' }, functionError: 'Unhandled' };
    },
  };
  const s3 = createS3(cloud, iam.signatures);
  const cloudfront = createCloudFront(cloud);
  for (const service of [s3, cloudfront, lambda]) services.set(service.id, service);
  gateway.open({
    registry: createServiceRegistry([...services.values()]),
    context: { bus, clock, tracker, iam, accountId },
    signatures: iam.signatures,
  });
  await s3.start?.();
  const clients: S3Client[] = [];
  function makeClient(credentials: object): S3Client {
    const client = new S3Client({
      endpoint: `${gateway.baseUrl}/s3`,
      region: REGION,
      forcePathStyle: true,
      credentials: credentials as never,
      maxAttempts: 1,
    });
    clients.push(client);
    return client;
  }
  const result: TestCloud = {
    cloud,
    clock,
    baseUrl: gateway.baseUrl,
    iam,
    s3,
    cloudfront,
    client: makeClient(iam.developerCredentials),
    invocations,
    folder: root,
    assembly,
    logged,
    failures: 0,
    clientOf(name, statements) {
      const inline = new Map([['p', { Version: '2012-10-17', Statement: statements }]]);
      iam.roles.putRole({ name, path: '/', trust: TRUST, inline: inline as never, managedPolicyArns: [] });
      const roleArn = `arn:aws:iam::${accountId}:role/${name}`;
      const { expiration: _never, ...keys } = iam.issueCredentials({
        kind: 'role',
        roleArn,
        sessionName: 'test',
      });
      return makeClient(keys);
    },
    settle: () => tracker.settle(),
    async [Symbol.asyncDispose]() {
      for (const client of clients) client.destroy();
      await gateway.close();
      for (const service of services.values()) await service.stop?.();
      if (folder === undefined) rmSync(root, { recursive: true, force: true });
    },
  };
  return result;
}

/** The code of S3's error in XML. */
export function codeOf(xml: string): string | undefined {
  return /<Code>([^<]+)<\/Code>/.exec(xml)?.[1];
}

export function messageOf(xml: string): string | undefined {
  return /<Message>([^<]+)<\/Message>/.exec(xml)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
