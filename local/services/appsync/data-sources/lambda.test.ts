import { expect, test } from 'vitest';
import type { AwsService } from '../../../core/service.ts';
import { applyResource } from '../../../core/testing.ts';
import { startApi } from '../testing.ts';
import { PRINCIPAL, ROLE, SDL, through } from './testing.ts';

function lambda(answer: (payload: any) => any) {
  const asked: any[] = [];
  const service = {
    id: 'lambda',
    signingName: 'lambda',
    protocol: { kind: 'http' },
    operations: {},
    resources: [],
    invokeFunction: async (input: any) => (asked.push(input), answer(input.payload)),
  } as unknown as AwsService;
  return { service, asked };
}
const FUNCTION = { LambdaConfig: { LambdaFunctionArn: 'arn:f' } };

test('Lambda: the result, a failure, an event', async () => {
  const ok = lambda((payload) => ({ payload: { got: payload } }));
  const seen = await through(ok.service, 'AWS_LAMBDA', FUNCTION, { operation: 'Invoke', payload: { a: 1 } });
  expect(seen.result).toEqual({ got: { a: 1 } });
  expect(ok.asked[0]).toMatchObject({ functionArn: 'arn:f', principal: PRINCIPAL });
  const failing = lambda(() => ({
    payload: { errorMessage: 'Boom', errorType: 'TypeError' },
    functionError: 'Unhandled',
  }));
  const failed = await through(failing.service, 'AWS_LAMBDA', FUNCTION, { operation: 'Invoke', payload: {} });
  expect(failed.error).toEqual({
    message: 'Boom',
    type: 'Lambda:Unhandled',
    unhandledErrorType: 'TypeError',
  });
  const event = await through(ok.service, 'AWS_LAMBDA', FUNCTION, {
    operation: 'Invoke',
    invocationType: 'Event',
    payload: {},
  });
  expect(event.result).toBeNull();
  expect(ok.asked).toHaveLength(2);
});

test('Lambda: BatchInvoke gathers the fields of a list; without handlers the function gets the context', async () => {
  const sums = lambda((payload) => ({
    payload: Array.isArray(payload) ? payload.map((one) => one * 10) : payload.info.fieldName,
  }));
  await using api = await startApi(SDL, {
    list: { request: () => ({ payload: [1, 2, 3, 4, 5, 6].map((n) => ({ n })) }) },
    n: { request: (context) => ({ operation: 'BatchInvoke', payload: (context.source as any).n }) },
  });
  api.cloud.register(sums.service);
  await applyResource(api.service, 'AWS::AppSync::DataSource', 'F', {
    ApiId: api.apiId,
    Name: 'f',
    Type: 'AWS_LAMBDA',
    ServiceRoleArn: ROLE,
    ...FUNCTION,
  });
  await api.resolver('Query.list', 'list');
  await api.resolver('Row.n', 'n', { dataSource: 'f' });
  await applyResource(api.service, 'AWS::AppSync::Resolver', 'Direct', {
    ApiId: api.apiId,
    TypeName: 'Query',
    FieldName: 'q',
    DataSourceName: 'f',
  });
  expect((await api.query('{ q list { n } }')).data).toEqual({
    q: 'q',
    list: [10, 20, 30, 40, 50, 60].map((n) => ({ n })),
  });
  expect(
    sums.asked.map(({ payload }) => (Array.isArray(payload) ? payload : payload.info.parentTypeName)),
  ).toEqual(['Query', [1, 2, 3, 4, 5], [6]]);
});
