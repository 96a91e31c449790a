import { expect } from 'vitest';
import type { AwsService, Call } from '../../../core/service.ts';
import { applyResource } from '../../../core/testing.ts';
import { startApi } from '../testing.ts';

export const SDL = 'type Query { q: String list: [Row] } type Row { n: Int }';
export const ROLE = 'arn:aws:iam::000000000000:role/source';
export const PRINCIPAL = { kind: 'role', roleArn: ROLE, sessionName: 'APPSYNC_ASSUME_ROLE' };

/** A service whose operations answer what the test says, and that remembers what it was asked. */
export function recording(id: string, answers: Record<string, (input: any) => unknown>) {
  const asked: [string, any][] = [];
  const operations = Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      {
        authorize: 'public' as const,
        run: (input: unknown, call: Call) => {
          expect(call.principal).toEqual(PRINCIPAL);
          asked.push([name, input]);
          return answer(input);
        },
      },
    ]),
  );
  const service = {
    id,
    signingName: id,
    protocol: { kind: 'http' },
    operations,
    resources: [],
  } as unknown as AwsService;
  return { service, asked };
}

/** Sends one request through a data source; gives what the response handler saw. */
export async function through(
  service: AwsService,
  type: string,
  config: object,
  request: unknown,
  vtl = false,
) {
  let seen: any;
  await using api = await startApi(SDL, {
    q: {
      request: () => request,
      response: (context) => ((seen = { result: context.result, error: context.error }), null),
    },
  });
  api.cloud.register(service);
  const properties = { ApiId: api.apiId, Name: 'source', Type: type, ServiceRoleArn: ROLE, ...config };
  await applyResource(api.service, 'AWS::AppSync::DataSource', 'Source', properties);
  await api.resolver('Query.q', 'q', { dataSource: 'source', vtl });
  const { errors } = await api.query('{ q }');
  return { ...seen, errors };
}
