import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FunctionInvoker } from '../../core/context.ts';
import type { ResourceHandler, ResourceInput } from '../../core/resource.ts';
import { createTestContext, type TestContext } from '../../core/testing.ts';
import { createCustomResources } from '../custom-resource/provide.ts';
import { createResponseInbox, type ResponseInbox } from '../custom-resource/response-inbox.ts';
import { writeAssembly, type SampleTemplate } from '../testing.ts';
import { deploy } from './deploy.ts';
import type { DeployedStack } from './deployment.ts';
import { openDeploymentState } from './state-file.ts';

const FUNCTION_ARN = 'arn:aws:lambda:us-east-1:000000000000:function:maker';
let cloud: TestContext;
let inbox: ResponseInbox;
let applied: ResourceInput[];
let removed: string[];
let events: Record<string, unknown>[];
/** What the stub function answers; undefined for nothing at all. */
let answer: (event: Record<string, unknown>) => Record<string, unknown> | undefined;

beforeEach(() => {
  cloud = createTestContext();
  inbox = createResponseInbox(10);
  applied = [];
  removed = [];
  events = [];
  answer = () => ({ Status: 'SUCCESS', PhysicalResourceId: 'made-1', Data: { Size: 'big' } });
  const invoker: FunctionInvoker = {
    id: 'lambda',
    signingName: 'lambda',
    protocol: { kind: 'http' },
    operations: {},
    resources: [],
    invokeFunction({ payload }) {
      const event = payload as Record<string, string>;
      events.push(event);
      const response = answer(event);
      const { StackId, RequestId, LogicalResourceId } = event;
      if (response) {
        const token = event['ResponseURL']?.split('/').at(-1) ?? '';
        inbox.deliver(token, JSON.stringify({ StackId, RequestId, LogicalResourceId, ...response }));
      }
      return Promise.resolve({ payload: null });
    },
  };
  cloud.register(invoker);
});
afterEach(() => cloud[Symbol.asyncDispose]());

const handler: ResourceHandler<Record<string, unknown>> = {
  types: ['Test::Thing', 'Test::Function'],
  apply(input) {
    if (input.properties['Fail']) throw new Error('it broke');
    applied.push(input);
    const Arn = input.type === 'Test::Function' ? FUNCTION_ARN : `arn:${input.address}`;
    return { ref: `ref-${input.logicalId}`, attributes: { Arn } };
  },
  remove(input) {
    removed.push(input.address);
  },
};

function run(template: SampleTemplate): Promise<DeployedStack> {
  const folder = writeAssembly(mkdtempSync(join(tmpdir(), 'assembly-')), template);
  const state = openDeploymentState(cloud.stateRoot);
  const customResources = createCustomResources({ cloud, inbox, log: () => undefined });
  return deploy(folder, { cloud, handlers: [handler], state, customResources, log: () => undefined });
}

const thing = (
  Properties: Record<string, unknown> = {},
  rest: Record<string, unknown> = {},
): SampleTemplate['Resources'][string] => ({
  Type: 'Test::Thing',
  Properties,
  ...rest,
});

describe('a deployment', () => {
  test('passes values through nested stacks, in order', async () => {
    const Inner: SampleTemplate = {
      Parameters: { Given: { Type: 'String' } },
      Resources: { Leaf: thing({ from: { Ref: 'Given' } }) },
      Outputs: { LeafArn: { Value: { 'Fn::GetAtt': ['Leaf', 'Arn'] } } },
    };
    const stack = await run({
      Parameters: {
        Boot: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/cdk-bootstrap/x/version' },
      },
      Resources: {
        A: thing({ inner: { 'Fn::GetAtt': ['Child', 'Outputs.LeafArn'] } }),
        Child: {
          Type: 'AWS::CloudFormation::Stack',
          Properties: { Parameters: { Given: { Ref: 'B' } } },
          Nested: Inner,
        },
        B: thing({}, { DependsOn: 'C' }),
        C: thing({ boot: { Ref: 'Boot' } }),
      },
      Outputs: { Out: { Value: { 'Fn::GetAtt': ['Child', 'Outputs.LeafArn'] } } },
    });
    expect(applied.map((one) => one.address)).toEqual(['C', 'B', 'Child/Leaf', 'A']);
    expect(applied[2]?.properties).toEqual({ from: 'ref-B' });
    expect(applied[3]?.properties).toEqual({ inner: 'arn:Child/Leaf' });
    expect(stack.outputs).toEqual({ Out: 'arn:Child/Leaf' });
  });

  test('names a circle, before anything is applied', async () => {
    const circle = run({
      Resources: {
        A: thing({ x: { Ref: 'B' } }),
        B: thing({ x: { Ref: 'C' } }),
        C: thing({}, { DependsOn: ['A'] }),
        D: thing(),
      },
    });
    await expect(circle).rejects.toThrow(
      'Circular dependency between resources: [A, B, C] (in sample: A → B → C → A)',
    );
    expect(applied).toEqual([]);
  });

  test('two nested stacks that need each other are a circle, as on AWS', async () => {
    const nested = (other: string): { Type: string; Nested: SampleTemplate } & Record<string, unknown> => ({
      Type: 'AWS::CloudFormation::Stack',
      Properties: { Parameters: { P: { 'Fn::GetAtt': [other, 'Outputs.O'] } } },
      Nested: {
        Parameters: { P: { Type: 'String' } },
        Resources: { R: thing() },
        Outputs: { O: { Value: 'fixed' } },
      },
    });
    await expect(run({ Resources: { One: nested('Two'), Two: nested('One') } })).rejects.toThrow(
      'Circular dependency',
    );
  });

  test('lists every type that nobody provides, with addresses', async () => {
    const Nested: SampleTemplate = { Resources: { Q: { Type: 'AWS::SQS::Queue' } } };
    const missing = run({
      Resources: {
        T: { Type: 'AWS::Kinesis::Stream' },
        S: { Type: 'AWS::CloudFormation::Stack', Nested },
        Q: { Type: 'AWS::SQS::Queue' },
        V: { Type: 'AWS::EC2::VPC' },
      },
    });
    await expect(missing).rejects.toThrow(/AWS::Kinesis::Stream: T\n {2}AWS::SQS::Queue: S\/Q, Q$/);
  });

  test('leaves out what its condition excludes, and answers for inert types', async () => {
    await run({
      Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
      Resources: {
        A: { ...thing(), Condition: 'Never' },
        V: { Type: 'AWS::EC2::VPC' },
        B: thing({ vpc: { Ref: 'V' }, block: { 'Fn::GetAtt': ['V', 'CidrBlockArn'] } }),
      },
    });
    expect(applied.map((one) => one.logicalId)).toEqual(['B']);
    expect(applied[0]?.properties['vpc']).toMatch(/^vpc-[0-9a-f]{17}$/);
    expect(applied[0]?.properties['block']).toMatch(/^arn:aws:ec2:/);
  });

  test('remembers over restarts, and removes what is gone unless it is to be kept', async () => {
    await run({ Resources: { A: thing({ v: 1 }), B: thing(), K: thing({}, { DeletionPolicy: 'Retain' }) } });
    await run({ Resources: { A: thing({ v: 2 }) } });
    expect(applied.at(-1)?.previousProperties).toEqual({ v: 1 });
    expect(applied.at(-1)?.previousOutput).toEqual({ ref: 'ref-A', attributes: { Arn: 'arn:A' } });
    expect(removed).toEqual(['B']);
  });

  test('a failure names the resource; what was applied is remembered', async () => {
    await expect(
      run({ Resources: { A: thing(), B: thing({ Fail: true }, { DependsOn: 'A' }) } }),
    ).rejects.toThrow('Test::Thing B failed. Error: it broke');
    expect(readFileSync(join(cloud.stateRoot, 'cloudformation.json'), 'utf8')).toContain('ref-A');
  });
});

describe('custom resources', () => {
  const withMade = (Properties: Record<string, unknown>): SampleTemplate => ({
    Resources: {
      Maker: { Type: 'Test::Function' },
      Made: {
        Type: 'Custom::Made',
        Properties: { ServiceToken: { 'Fn::GetAtt': ['Maker', 'Arn'] }, ...Properties },
      },
      User: thing({ id: { Ref: 'Made' }, size: { 'Fn::GetAtt': ['Made', 'Size'] } }),
    },
  });
  const types = (): unknown[] => events.map((event) => [event['RequestType'], event['PhysicalResourceId']]);

  test('are created once, with CloudFormation’s event', async () => {
    await run(withMade({ Count: 3, On: true, Deep: [{ N: 1.5 }] }));
    await run(withMade({ Count: 3, On: true, Deep: [{ N: 1.5 }] }));
    expect(events).toEqual([
      {
        RequestType: 'Create',
        RequestId: expect.any(String),
        ResponseURL: expect.stringContaining('/cloudformation/response/'),
        StackId: expect.stringMatching(/^arn:aws:cloudformation:us-east-1:000000000000:stack\/sample\//),
        ServiceToken: FUNCTION_ARN,
        LogicalResourceId: 'Made',
        ResourceType: 'Custom::Made',
        ResourceProperties: { ServiceToken: FUNCTION_ARN, Count: '3', On: 'true', Deep: [{ N: '1.5' }] },
      },
    ]);
    expect(applied.at(-1)?.properties).toEqual({ id: 'made-1', size: 'big' });
  });

  test('are updated when changed, deleted when replaced or gone', async () => {
    await run(withMade({ v: 1 }));
    await run(withMade({ v: 2 }));
    expect(events[1]?.['OldResourceProperties']).toEqual({ ServiceToken: FUNCTION_ARN, v: '1' });
    answer = () => ({ Status: 'SUCCESS', PhysicalResourceId: 'made-2', Data: { Size: 's' } });
    await run(withMade({ v: 3 }));
    await run({ Resources: { Maker: { Type: 'Test::Function' } } });
    expect(types()).toEqual([
      ['Create', undefined],
      ['Update', 'made-1'],
      ['Update', 'made-1'],
      ['Delete', 'made-1'],
      ['Delete', 'made-2'],
    ]);
  });

  test.each<[string, Record<string, unknown> | undefined, string]>([
    ['FAILED', { Status: 'FAILED', Reason: 'no luck', PhysicalResourceId: 'x' }, 'Message returned: no luck'],
    ['no physical id', { Status: 'SUCCESS' }, 'Invalid PhysicalResourceId'],
    [
      'another request',
      { Status: 'SUCCESS', PhysicalResourceId: 'x', RequestId: 'y' },
      'RequestId must match',
    ],
    [
      'too much',
      { Status: 'SUCCESS', PhysicalResourceId: 'x', Data: { a: 'x'.repeat(5000) } },
      'Response object is too long.',
    ],
    ['silence', undefined, 'its function ended without a response'],
  ])('fail the deployment on %s, and are tried again', async (_name, response, message) => {
    answer = () => response;
    await expect(run(withMade({}))).rejects.toThrow(message);
    answer = () => ({ Status: 'SUCCESS', PhysicalResourceId: 'made-1', Data: { Size: 'big' } });
    await run(withMade({}));
    expect(types()).toEqual([
      ['Create', undefined],
      ['Create', undefined],
    ]);
  });
});
