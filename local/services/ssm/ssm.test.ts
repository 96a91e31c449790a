import { describe, expect, it } from 'vitest';
import { applyResource, createTestContext, type TestContext } from '../../core/testing.ts';
import { createSsm } from './index.ts';

const caller =
  (cloud: TestContext) =>
  (operation: string, input: object): Promise<any> =>
    cloud.call({ kind: 'developer' }, 'ssm', operation, input);

describe('parameters of a template', () => {
  it('are written when they change, and keep what calls put there', async () => {
    await using cloud = createTestContext();
    const service = cloud.register(createSsm(cloud));
    const call = caller(cloud);
    const properties = { Name: '/a/b', Type: 'String', Value: 'one' };
    expect(await applyResource(service, 'AWS::SSM::Parameter', 'P', properties)).toEqual({
      ref: '/a/b',
      attributes: { Type: 'String', Value: 'one' },
    });
    await call('PutParameter', { Name: '/a/b', Value: 'two', Overwrite: true });

    await using again = createTestContext({ stateRoot: cloud.stateRoot });
    const restarted = again.register(createSsm(again));
    await applyResource(restarted, 'AWS::SSM::Parameter', 'P', properties);
    expect((await caller(again)('GetParameter', { Name: '/a/b' })).Parameter).toMatchObject({
      Value: 'two',
      Version: 2,
    });
    await applyResource(restarted, 'AWS::SSM::Parameter', 'P', { ...properties, Value: 'three' });
    expect((await caller(again)('GetParameter', { Name: '/a/b' })).Parameter.Value).toBe('three');
    expect((await caller(again)('GetParameter', { Name: '/a/b:1' })).Parameter.Value).toBe('one');
  });
});

describe('the wire operations', () => {
  it('put, read, list and delete', async () => {
    await using cloud = createTestContext();
    cloud.register(createSsm(cloud));
    const call = caller(cloud);
    const put = (Name: string, Type = 'String'): Promise<any> =>
      call('PutParameter', { Name, Type, Value: Name });
    for (const name of ['/x/a', '/x/b/c', '/y', 'plain']) await put(name);
    await put('/x/s', 'SecureString');
    await expect(put('/y')).rejects.toMatchObject({ code: 'ParameterAlreadyExists' });
    await expect(call('GetParameter', { Name: '/none' })).rejects.toMatchObject({
      code: 'ParameterNotFound',
    });

    const names = (answer: { Parameters: { Name: string }[] }): string[] =>
      answer.Parameters.map(({ Name }) => Name);
    expect(names(await call('GetParametersByPath', { Path: '/x' }))).toEqual(['/x/a', '/x/s']);
    const first = await call('GetParametersByPath', { Path: '/x/', Recursive: true, MaxResults: 2 });
    expect(names(first)).toEqual(['/x/a', '/x/b/c']);
    const rest = await call('GetParametersByPath', {
      Path: '/x/',
      Recursive: true,
      NextToken: first.NextToken,
    });
    expect(names(rest)).toEqual(['/x/s']);

    const both = await call('GetParameters', { Names: ['plain', 'none'] });
    expect([names(both), both.InvalidParameters]).toEqual([['plain'], ['none']]);
    expect(cloud.authorized.slice(-2).map(({ permission }) => permission.resource)).toEqual([
      'arn:aws:ssm:us-east-1:000000000000:parameter/plain',
      'arn:aws:ssm:us-east-1:000000000000:parameter/none',
    ]);
    expect((await call('GetParameter', { Name: '/x/s' })).Parameter.Value).not.toBe('/x/s');
    expect((await call('GetParameter', { Name: '/x/s', WithDecryption: true })).Parameter.Value).toBe('/x/s');
    const arn = 'arn:aws:ssm:us-east-1:000000000000:parameter/plain';
    expect((await call('GetParameter', { Name: arn })).Parameter.Name).toBe('plain');

    expect(await call('DeleteParameters', { Names: ['/y', 'none'] })).toEqual({
      DeletedParameters: ['/y'],
      InvalidParameters: ['none'],
    });
    const filter = { Key: 'Name', Option: 'BeginsWith', Values: ['/'] };
    expect(names(await call('DescribeParameters', { ParameterFilters: [filter] }))).toEqual([
      '/x/a',
      '/x/b/c',
      '/x/s',
    ]);
  });
});
