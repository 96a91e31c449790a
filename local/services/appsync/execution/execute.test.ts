import { expect, test } from 'vitest';
import { ResolverError } from '../runtime/evaluator.ts';
import { startApi } from '../testing.ts';

const SDL = `
  type Item { id: ID! title: String at: AWSDateTime meta: AWSJSON size: Int kind: Kind tags: [String!] parent: Item need: String! }
  enum Kind { BIG SMALL }
  input ItemInput { title: String! phone: AWSPhone meta: AWSJSON size: Int kind: Kind }
  type Query { item(id: ID, input: ItemInput): Item items(n: Int = 3): [Item] other: String }
  type Mutation { put(input: ItemInput!): Item }
`;

test('a unit resolver gets its context and gives the field', async () => {
  let seen: any;
  await using api = await startApi(SDL, {
    item: {
      request: (context) => (
        (seen = context),
        { payload: { id: context.arguments.id, title: 'T', meta: { a: 1 } } }
      ),
    },
  });
  await api.resolver('Query.item', 'item');
  const query =
    'query Q($id: ID, $input: ItemInput) { item(id: $id, input: $input) { id name: title ...F } } fragment F on Item { meta parent { id } }';
  expect(await api.query(query, { id: '1' })).toEqual({
    data: { item: { id: '1', name: 'T', meta: '{"a":1}', parent: null } },
  });
  expect(seen.arguments).toEqual({ id: '1', input: null });
  expect(seen.info).toMatchObject({ fieldName: 'item', parentTypeName: 'Query', variables: { id: '1' } });
  expect(seen.info.selectionSetList).toEqual(['id', 'name', 'meta', 'parent', 'parent/id']);
  expect(seen.identity).toBeNull();
});

test('a pipeline hands results on; a changed definition takes effect at the next request', async () => {
  const order: string[] = [];
  await using api = await startApi(SDL, {
    main: {
      request: (context) => ((context.stash.seen = []), 'start'),
      response: (context) => ({
        id: String((context.stash.seen as string[]).join()),
        title: context.prev?.result,
      }),
    },
    one: {
      request: (context) => (
        (context.stash.seen as string[]).push('one'),
        order.push(`one<${context.prev?.result}`),
        { payload: 'r1' }
      ),
    },
    two: { request: (context, out) => out.earlyReturn(`early ${context.prev?.result}`, 'END') },
    three: { request: () => order.push('three') },
  });
  const ids = [await api.function('one'), await api.function('two'), await api.function('three')];
  await api.resolver('Query.item', 'main', { functions: ids });
  expect((await api.query('{ item { id title } }')).data.item).toEqual({ id: 'one', title: 'early r1' });
  expect(order).toEqual(['one<start']);
  await api.resolver('Query.item', 'main', { functions: [ids[0]!] });
  expect((await api.query('{ item { id title } }')).data.item).toEqual({ id: 'one', title: 'r1' });
});

test('errors leave the rest of the query alone and have the shape of AppSync', async () => {
  await using api = await startApi(SDL, {
    fail: {
      request: () => {
        throw new ResolverError('No.', 'Refused', { id: '1', secret: 2 }, { why: 'x' });
      },
    },
    append: { response: (_context, out) => (out.appendError('Careful', 'Warning'), { id: 'a' }) },
  });
  await api.resolver('Query.item', 'fail');
  await api.resolver('Query.items', 'fail');
  const locations = [{ line: 1, column: 3, sourceName: null }];
  expect(await api.query('{ item { id } other }')).toEqual({
    data: { item: null, other: null },
    errors: [
      {
        path: ['item'],
        data: { id: '1' },
        errorType: 'Refused',
        errorInfo: { why: 'x' },
        locations,
        message: 'No.',
      },
    ],
  });
  await api.resolver('Query.item', 'append');
  expect(await api.query('{ item { id } }')).toEqual({
    data: { item: { id: 'a' } },
    errors: [
      { path: ['item'], data: null, errorType: 'Warning', errorInfo: null, locations, message: 'Careful' },
    ],
  });
});

test('VTL: #return in a before template is the result, and version 2017-02-28 fails at once', async () => {
  await using api = await startApi(SDL, {
    early: {
      request: (_context, out) => out.earlyReturn({ id: 'early' }),
      response: () => ({ id: 'after' }),
    },
  });
  await api.resolver('Query.item', 'early', { functions: [], vtl: true });
  expect((await api.query('{ item { id } }')).data.item.id).toBe('early');
});

test.each([
  [
    '{ item { nope } }',
    "Validation error of type FieldUndefined: Field 'nope' in type 'Item' is undefined @ 'item/nope'",
  ],
  ['{ item(x: 1) { id } }', "Validation error of type UnknownArgument: Unknown field argument x @ 'item'"],
  [
    '{ item }',
    "Validation error of type SubSelectionRequired: Sub selection required for type Item of field item @ 'item'",
  ],
  [
    '{ item { id { x } } }',
    "Validation error of type SubSelectionNotAllowed: Sub selection not allowed on leaf type ID of field id @ 'item/id'",
  ],
  [
    'mutation { put { id } }',
    "Validation error of type MissingFieldArgument: Missing field argument input @ 'put'",
  ],
  ['query Q($a: ID) { other }', 'Validation error of type UnusedVariable: Unused variable a'],
  ['{ item(id: $a) { id } }', "Validation error of type UndefinedVariable: Undefined variable a @ 'item'"],
  [
    'query Q($a: Int) { item(id: $a) { id } }',
    "Validation error of type VariableTypeMismatch: Variable type 'Int' doesn't match expected type 'ID' @ 'item'",
  ],
  [
    '{ items(n: "x") { id } }',
    "Validation error of type WrongType: argument 'n' with value 'StringValue{value='x'}' is not a valid 'Int' @ 'items'",
  ],
  [
    'mutation { put(input: {size: 1}) { id } }',
    "Validation error of type WrongType: argument 'input' with value 'ObjectValue{objectFields=[ObjectField{name='size', value=IntValue{value=1}}]}' is missing required fields '[title]' @ 'put'",
  ],
  ['query Q($a: Nope) { item(id: $a) { id } }', 'Validation error of type UnknownType: Unknown type Nope'],
])('validation: %s', async (query, message) => {
  await using api = await startApi(SDL);
  const { data, errors } = await api.query(query);
  expect(data).toBeNull();
  expect(errors!.map((error) => error.message)).toContain(message);
  expect(Object.keys(errors![0])).toEqual(['path', 'locations', 'message']);
});

test.each([
  [{}, "Variable 'input' has coerced Null value for NonNull type 'ItemInput!'"],
  [{ input: {} }, "Variable 'input' has coerced Null value for NonNull type 'String!'"],
  [
    { input: { title: 't', phone: '1110004444' } },
    "Variable 'phone' has an invalid value. Unable to parse `1110004444` as a valid phone number.",
  ],
  [
    { input: { title: 't', nope: 1 } },
    "The variables input contains a field that is not defined for input object type 'ItemInput' ",
  ],
  [
    { input: { title: 't', size: 'x' } },
    "Variable 'size' has an invalid value. Expected type 'Int' but was 'String'.",
  ],
  [
    { input: { title: 't', kind: 'HUGE' } },
    "Variable 'kind' has an invalid value. Invalid input for Enum 'Kind'. No value found for name 'HUGE'",
  ],
  [
    { input: { title: 't', meta: '{' } },
    "Variable 'meta' has an invalid value. Unable to parse `{` as valid JSON.",
  ],
])('variables: %j', async (variables, message) => {
  await using api = await startApi(SDL);
  const { data, errors } = await api.query(
    'mutation M($input: ItemInput!) { put(input: $input) { id } }',
    variables,
  );
  expect(data).toBeNull();
  expect(errors![0].message).toBe(message);
});

test('values that do not fit their type', async () => {
  await using api = await startApi(SDL, {
    item: {
      request: () => ({
        payload: { id: '1', at: '2020-05-23T06:4:37.000Z', size: 'x', kind: 'HUGE', tags: 'x' },
      }),
    },
  });
  await api.resolver('Query.item', 'item');
  const { data, errors } = await api.query('{ item { at size kind tags } }');
  expect(data).toEqual({ item: { at: null, size: null, kind: null, tags: null } });
  expect(errors!.map(({ message }) => message)).toEqual([
    "Can't serialize value (/item/at) : Unable to serialize `2020-05-23T06:4:37.000Z` as a valid DateTime Object.",
    "Can't serialize value (/item/size) : Expected type 'Int' but was 'String'.",
    "Can't serialize value (/item/kind) : Invalid input for Enum 'Kind'. Unknown value 'HUGE'",
    "Can't resolve value (/item/tags) : type mismatch error, expected type LIST",
  ]);
  expect(await api.query('{ item { need } }')).toEqual({
    data: { item: null },
    errors: [
      {
        path: ['item', 'need'],
        locations: null,
        message: "Cannot return null for non-nullable type: 'String' within parent 'Item' (/item/need)",
      },
    ],
  });
});

test('limits: depth, resolver runs, introspection, time', async () => {
  await using api = await startApi(
    SDL,
    { items: { request: () => ({ payload: [{}, {}, {}] }) }, parent: {} },
    {
      api: { QueryDepthLimit: 3, ResolverCountLimit: 3, IntrospectionConfig: 'DISABLED' },
    },
  );
  await api.resolver('Query.items', 'items');
  await api.resolver('Item.parent', 'parent');
  const deep = await api.query('{ item { parent { parent { id } } } }');
  expect(deep.errors![0].errorType).toBe('QueryDepthLimitReached');
  const many = await api.query('{ items { parent { title } } }');
  expect(many.errors!.map(({ errorType }) => errorType)).toEqual(['ResolverExecutionLimitReached']);
  expect((await api.query('{ __schema { types { name } } }')).errors![0].message).toBe(
    "Validation error of type FieldUndefined: Field 'types' in type '__Schema' is undefined @ '__schema/types'",
  );
  await using slow = await startApi(SDL, {}, { options: { executionTimeoutMs: 5 } });
  slow.cloud.register({
    id: 'lambda',
    signingName: 'lambda',
    protocol: { kind: 'http' },
    operations: {},
    resources: [],
    invokeFunction: () => new Promise(() => undefined),
  } as never);
  const { applyResource } = await import('../../../core/testing.ts');
  await applyResource(slow.service, 'AWS::AppSync::DataSource', 'L', {
    ApiId: slow.apiId,
    Name: 'fn',
    Type: 'AWS_LAMBDA',
    ServiceRoleArn: 'arn:aws:iam::000000000000:role/r',
    LambdaConfig: { LambdaFunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:f' },
  });
  await applyResource(slow.service, 'AWS::AppSync::Resolver', 'R', {
    ApiId: slow.apiId,
    TypeName: 'Query',
    FieldName: 'other',
    DataSourceName: 'fn',
  });
  expect((await slow.query('{ other }')).errors![0].message).toBe('Execution timed out.');
});

test('requests that are no GraphQL', async () => {
  await using api = await startApi(SDL);
  const headers = { 'x-api-key': api.apiKey };
  const answer = async (body: string) => {
    const { status, body: text } = await api.post(body, headers);
    return [status, JSON.parse(String(text)).errors[0]];
  };
  const unparsable = {
    errorType: 'MalformedHttpRequestException',
    message: 'Unable to parse GraphQL query.',
  };
  expect(await answer('')).toEqual([
    400,
    { errorType: 'MalformedHttpRequestException', message: 'Request body is empty.' },
  ]);
  expect(await answer('meow')).toEqual([400, unparsable]);
  expect(await answer('{}')).toEqual([400, unparsable]);
  expect(await answer('{"query":"{"}')).toEqual([400, unparsable]);
  expect((await answer('{badfield}'))[0]).toBe(200);
  expect((await answer('{ other }x'.repeat(110_000)))[0]).toBe(413);
  const preflight = await api.service.handleHttp!({ ...(await requestLike(api.apiId)), method: 'OPTIONS' });
  expect(preflight?.headers?.['access-control-allow-origin']).toBe('*');
});

async function requestLike(apiId: string) {
  return {
    method: 'POST',
    url: new URL(`http://127.0.0.1/${apiId}/graphql`),
    rawPath: '',
    headers: {},
    body: Buffer.alloc(0),
    principal: { kind: 'anonymous' as const },
    requestId: 'r',
  };
}
