import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CloudEvents } from '../../core/bus.ts';
import type { FunctionInvoker } from '../../core/context.ts';
import { AwsError } from '../../core/errors.ts';
import { applyResource, createTestContext, type TestContext } from '../../core/testing.ts';
import { createLambda } from './index.ts';

const developer = { kind: 'developer' } as const;
const ROLE = 'arn:aws:iam::000000000000:role/worker';

interface Fixture extends AsyncDisposable {
  cloud: TestContext;
  lambda: FunctionInvoker;
  /** Defines a function from files of an asset folder and returns its ARN. */
  define(name: string, files: Record<string, string>, properties?: object): Promise<string>;
  run(functionArn: string, payload?: unknown): ReturnType<FunctionInvoker['invokeFunction']>;
}

function createFixture(options: Parameters<typeof createTestContext>[0] = {}): Fixture {
  const cloud = createTestContext(options);
  const lambda = cloud.register(createLambda(cloud));
  return {
    cloud,
    lambda,
    async define(name, files, properties) {
      const hash = `${name}${Object.values(files).join('').length}`;
      for (const [path, text] of Object.entries(files)) {
        const file = join(cloud.assemblyFolder(), `asset.${hash}`, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
      const { attributes } = await applyResource(lambda, 'AWS::Lambda::Function', name, {
        FunctionName: name,
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        Role: ROLE,
        Code: { S3Bucket: 'assets', S3Key: `${hash}.zip` },
        ...properties,
      });
      return attributes['Arn'] as string;
    },
    run: (functionArn, payload = {}) => lambda.invokeFunction({ functionArn, payload, principal: developer }),
    [Symbol.asyncDispose]: () => cloud[Symbol.asyncDispose](),
  };
}

const esm = (body: string): Record<string, string> => ({ 'index.mjs': `export const handler = ${body};` });
const cjs = (body: string): Record<string, string> => ({ 'index.js': `exports.handler = ${body};` });

describe('handlers', () => {
  it('of every style answer', async () => {
    await using here = createFixture();
    const promise = await here.define('esm', esm('async (event) => ({ got: event.a })'));
    expect(await here.run(promise, { a: 1 })).toEqual({ payload: { got: 1 }, functionError: undefined });
    const callback = await here.define(
      'callback',
      cjs('(event, context, done) => setImmediate(done, null, event.a)'),
    );
    expect((await here.run(callback, { a: 2 })).payload).toBe(2);
    const inline = await here.define(
      'inline',
      {},
      { Code: { ZipFile: 'exports.handler = async () => undefined' } },
    );
    expect((await here.run(inline)).payload).toBeNull();
  });

  it('get their own environment and context, and nothing of ours', async () => {
    process.env['SECRET_OF_THE_DEVELOPER'] = 'x';
    await using here = createFixture({ baseUrl: 'http://127.0.0.1:4999' });
    const arn = await here.define(
      'env',
      esm(
        `async (event, context) => ({ env: process.env, context, left: context.getRemainingTimeInMillis() })`,
      ),
      { Environment: { Variables: { MINE: 'yes' } }, Timeout: 20, MemorySize: 256 },
    );
    const { env, context, left } = (await here.run(arn)).payload as Record<string, any>;
    expect(env).toMatchObject({
      MINE: 'yes',
      AWS_REGION: 'us-east-1',
      AWS_LAMBDA_FUNCTION_NAME: 'env',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:4999',
      AWS_ACCESS_KEY_ID: here.cloud.issued[0]?.credentials.accessKeyId,
      _HANDLER: 'index.handler',
    });
    expect(env).not.toHaveProperty('SECRET_OF_THE_DEVELOPER');
    expect(here.cloud.issued[0]?.principal).toMatchObject({ kind: 'role', roleArn: ROLE });
    expect(context).toMatchObject({ functionName: 'env', invokedFunctionArn: arn, memoryLimitInMB: '256' });
    expect(left).toBeGreaterThan(15_000);
  });

  it('find the AWS SDK without bundling it', async () => {
    await using here = createFixture();
    const both = {
      'index.mjs': `import { LambdaClient } from '@aws-sdk/client-lambda'; import other from './other.cjs';
        export const handler = async () => [typeof LambdaClient, other]`,
      'other.cjs': `module.exports = typeof require('@aws-sdk/client-s3').S3Client`,
    };
    expect((await here.run(await here.define('sdk', both))).payload).toEqual(['function', 'function']);
  });

  it("live in the cloud's time", async () => {
    await using here = createFixture();
    const arn = await here.define(
      'time',
      esm(
        'async () => [Date.now(), new Date().getTime(), new Date(5).getTime(), new Date() instanceof Date]',
      ),
    );
    await here.run(arn);
    here.cloud.clock.advance(86_400_000);
    const [now, made, five, isDate] = (await here.run(arn)).payload as number[];
    expect(Math.abs((now as number) - here.cloud.clock.now())).toBeLessThan(5_000);
    expect(Math.abs((made as number) - (now as number))).toBeLessThan(100);
    expect([five, isDate]).toEqual([5, true]);
  });
});

describe('instances', () => {
  it('stay warm, grow with load, and are replaced when the function changes', async () => {
    await using here = createFixture();
    const source =
      'let n = 0; export const handler = async () => { n += 1; await new Promise((r) => setTimeout(r, 30)); return n; };';
    const arn = await here.define('warm', { 'index.mjs': source });
    expect((await here.run(arn)).payload).toBe(1);
    expect((await here.run(arn)).payload).toBe(2);
    const together = await Promise.all([here.run(arn), here.run(arn)]);
    expect(together.map(({ payload }) => payload).toSorted()).toEqual([1, 3]);
    expect(here.cloud.bus.recent('invocation').map(({ cold }) => cold)).toEqual([true, false, false, true]);
    await here.define('warm', { 'index.mjs': `${source} // changed` });
    expect((await here.run(arn)).payload).toBe(1);
  });
});

describe('reserved concurrency', () => {
  const blocking = (marker: string): Record<string, string> => ({
    'index.mjs': `import { existsSync } from 'node:fs';
      export const handler = async ({ wait }) => {
        if (!wait) return 'done';
        console.log('waiting');
        while (!existsSync(${JSON.stringify(marker)})) await new Promise((next) => setTimeout(next, 5));
        return 'waited';
      };`,
  });

  it('refuses who asks for more at once, and lets events wait', async () => {
    await using here = createFixture();
    const marker = join(here.cloud.stateRoot, 'go');
    const arn = await here.define('one', blocking(marker), { ReservedConcurrentExecutions: 1 });
    const waiting = Promise.withResolvers<void>();
    here.cloud.bus.on('functionLog', () => waiting.resolve());
    const first = here.run(arn, { wait: true });
    await waiting.promise;
    await expect(here.run(arn)).rejects.toMatchObject({
      code: 'TooManyRequestsException',
      message: 'Rate Exceeded.',
      statusCode: 429,
      extra: { Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded' },
    });
    const event = { FunctionName: arn, InvocationType: 'Event', Payload: '{}' };
    await here.cloud.call(developer, 'lambda', 'Invoke', event);
    writeFileSync(marker, '');
    expect((await first).payload).toBe('waited');
    await here.cloud.tracker.settle();
    expect(here.cloud.bus.recent('invocation')).toHaveLength(2);
  });

  it('of none switches a function off', async () => {
    await using here = createFixture();
    const arn = await here.define('none', esm('async () => 1'), { ReservedConcurrentExecutions: 0 });
    await expect(here.run(arn)).rejects.toMatchObject({ code: 'TooManyRequestsException' });
  });

  it.each([
    ['DeadLetterConfig', { TargetArn: 'arn:aws:sqs:us-east-1:000000000000:q' }],
    ['FileSystemConfigs', [{ Arn: 'arn:aws:elasticfilesystem:us-east-1:000000000000:access-point/a' }]],
  ])('a function with %s is not covered', async (name, value) => {
    await using here = createFixture();
    await expect(here.define('other', esm('async () => 1'), { [name]: value })).rejects.toThrow(
      `does not cover the property ${name} of AWS::Lambda::Function`,
    );
  });
});

describe('failures', () => {
  it.each([
    ['a throw', esm(`async () => { throw new TypeError('no') }`), 'TypeError', 'no'],
    ['an error by callback', cjs(`(e, c, done) => done(new Error('late'))`), 'Error', 'late'],
    [
      'process.exit',
      esm('async () => process.exit(3)'),
      'Runtime.ExitError',
      /^RequestId: \S+ Error: Runtime exited with error: exit status 3$/,
    ],
    [
      'a missing module',
      { 'index.mjs': `import 'nothing-here'; export const handler = 1` },
      'Runtime.ImportModuleError',
      /nothing-here/,
    ],
    ['a missing file', { 'other.mjs': '' }, 'Runtime.ImportModuleError', "Error: Cannot find module 'index'"],
    [
      'a missing export',
      { 'index.mjs': '' },
      'Runtime.HandlerNotFound',
      'index.handler is undefined or not exported',
    ],
    ['bad syntax', { 'index.mjs': 'export const = 1' }, 'Runtime.UserCodeSyntaxError', /^SyntaxError: /],
  ])('%s', async (_what, files, errorType, errorMessage) => {
    await using here = createFixture();
    const { payload, functionError } = await here.run(
      await here.define('broken', files as Record<string, string>),
    );
    expect(functionError).toBe('Unhandled');
    expect(payload).toMatchObject({
      errorType,
      errorMessage: typeof errorMessage === 'string' ? errorMessage : expect.stringMatching(errorMessage),
    });
  });

  it('an endless loop ends at the timeout, and the next call works', async () => {
    await using here = createFixture();
    const arn = await here.define(
      'loop',
      esm(`async (event) => { console.log('begin'); while (event.spin); return 'ok' }`),
      { Timeout: 1 },
    );
    expect(await here.run(arn, { spin: true })).toEqual({
      functionError: 'TimedOut',
      payload: {
        errorType: 'Sandbox.Timedout',
        errorMessage: expect.stringMatching(/^RequestId: \S+ Error: Task timed out after 1\.00 seconds$/),
      },
    });
    expect(here.cloud.bus.recent('functionLog').map(({ line }) => line)).toEqual(['begin']);
    expect((await here.run(arn)).payload).toBe('ok');
  });

  it('of what is not covered have a name, but only when it is run', async () => {
    await using here = createFixture();
    const python = await here.define('python', {}, { Runtime: 'python3.13' });
    await expect(here.run(python)).rejects.toMatchObject({ code: 'NotCovered' });
    const gone = await here.define('gone', {}, { Code: { S3Bucket: 'b', S3Key: 'nowhere.zip' } });
    await expect(here.run(gone)).rejects.toMatchObject({ code: 'AssetNotFound' });
    await expect(here.run('none')).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
      message: 'Function not found: arn:aws:lambda:us-east-1:000000000000:function:none',
    });
  });
});

describe('who may invoke', () => {
  it('services by the resource policy, roles by their own', async () => {
    await using here = createFixture({
      authorize(_principal, { action }) {
        throw new AwsError('AccessDeniedException', `not authorized to perform: ${action}`);
      },
    });
    const arn = await here.define('guarded', esm('async () => 1'));
    const as = (principal: Parameters<FunctionInvoker['invokeFunction']>[0]['principal']) =>
      here.lambda.invokeFunction({ functionArn: arn, payload: {}, principal });
    const pool = {
      kind: 'service',
      service: 'cognito-idp.amazonaws.com',
      sourceArn: 'arn:aws:x:::pool/a',
    } as const;
    await expect(as(pool)).rejects.toMatchObject({ code: 'AccessDeniedException' });
    await applyResource(here.lambda, 'AWS::Lambda::Permission', 'Allow', {
      FunctionName: arn,
      Action: 'lambda:InvokeFunction',
      Principal: pool.service,
      SourceArn: 'arn:aws:x:::pool/*',
    });
    expect((await as(pool)).payload).toBe(1);
    await expect(as({ ...pool, sourceArn: 'arn:aws:x:::other' })).rejects.toMatchObject({
      code: 'AccessDeniedException',
    });
    await expect(as({ kind: 'role', roleArn: ROLE, sessionName: 's' })).rejects.toMatchObject({
      message: 'not authorized to perform: lambda:InvokeFunction',
    });
  });
});

describe('over HTTP', () => {
  const request = (here: Fixture, body: string, headers: Record<string, string> = {}) =>
    here.lambda.handleHttp?.({
      method: 'POST',
      url: new URL('http://127.0.0.1/2015-03-31/functions/web/invocations'),
      rawPath: '/2015-03-31/functions/web/invocations',
      headers,
      body: Buffer.from(body),
      principal: developer,
      requestId: 'r1',
    });

  it('answers, reports errors, and accepts events that are tried three times', async () => {
    await using here = createFixture();
    await here.define(
      'web',
      esm(`async (event) => { console.error('ran'); if (event.fail) throw new Error('x'); return event }`),
    );
    expect(await request(here, '{"a":1}')).toMatchObject({ status: 200, body: '{"a":1}' });
    expect(await request(here, '{"fail":1}')).toMatchObject({
      status: 200,
      headers: { 'x-amz-function-error': 'Unhandled' },
    });
    expect(await request(here, 'not json')).toMatchObject({
      status: 400,
      headers: { 'x-amzn-errortype': 'InvalidRequestContentException' },
    });
    const before = here.cloud.bus.recent('invocation').length;
    expect(await request(here, '{"fail":1}', { 'x-amz-invocation-type': 'Event' })).toMatchObject({
      status: 202,
    });
    await here.cloud.tracker.settle();
    const runs: CloudEvents['invocation'][] = here.cloud.bus.recent('invocation').slice(before);
    expect(runs.map(({ requestId, error }) => [requestId, error])).toEqual(Array(3).fill(['r1', 'Error: x']));
  });
});
