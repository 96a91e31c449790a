import { describe, expect, test } from 'vitest';
import { ResolverError } from '../evaluator.ts';
import { testClock, testContext } from '../testing.ts';
import { createJsEvaluator } from './index.ts';

function request(body: string, context = testContext()): unknown {
  const code = `import { util, extensions, runtime } from '@aws-appsync/utils';
export function request(ctx) { ${body} }
export function response(ctx) { return ctx.result; }`;
  return createJsEvaluator(code, { clock: testClock }).request(context).value;
}

describe('the context', () => {
  const context = testContext({
    arguments: { id: '1', nested: { list: [1] } },
    identity: { sub: 's' },
    source: { parent: true },
    prev: { result: 'before' },
    env: { STAGE: 'x' },
    stash: { kept: 1 },
    result: [1, 2],
    error: { message: 'm', type: 'T' },
  });

  test('has AppSync’s members', () => {
    const value = request(
      'return { args: ctx.args, same: ctx.args === ctx.arguments, sub: ctx.identity.sub, source: ctx.source, prev: ctx.prev.result, env: ctx.env.STAGE, stash: ctx.stash, field: ctx.info.fieldName, headers: ctx.request.headers, result: ctx.result, error: ctx.error.type }',
      context,
    );
    expect(value).toEqual({
      args: { id: '1', nested: { list: [1] } },
      same: true,
      sub: 's',
      source: { parent: true },
      prev: 'before',
      env: 'x',
      stash: { kept: 1 },
      field: 'getBook',
      headers: {},
      result: [1, 2],
      error: 'T',
    });
  });

  test('is a copy that no handler can leak through; only the stash is written back', () => {
    const field = { ...context, stash: { kept: 1, gone: 2 } as Record<string, unknown> };
    const { stash } = field;
    const code = `export function request(ctx) {
      ctx.args.nested.list.push(2); ctx.source.x = 1; ctx.identity.sub = 'other'; ctx.result.push(3);
      ctx.stash.added = [ctx.args.id, undefined]; delete ctx.stash.gone; ctx.stash.fn = () => 1;
      return null;
    }`;
    createJsEvaluator(code).request(field);
    expect(context).toMatchObject({
      arguments: { id: '1', nested: { list: [1] } },
      source: { parent: true },
      identity: { sub: 's' },
      result: [1, 2],
    });
    expect(field.stash).toBe(stash);
    expect(stash).toEqual({ kept: 1, added: ['1', null] });
  });

  test('what a handler returns is plain data of this realm', () => {
    const value = request(
      'return { a: undefined, f: () => 1, n: 0 / 0, d: [undefined], m: { x: 1 } }',
    ) as object;
    expect(value).toStrictEqual({ n: null, d: [null], m: { x: 1 } });
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(request('')).toBeNull();
  });

  test('data with the key __proto__ stays data', () => {
    const args = JSON.parse('{"a": {"__proto__": {"polluted": 1}}}') as Record<string, unknown>;
    const value = request(
      'return { own: Object.keys(ctx.args.a), x: {}.polluted ?? null, a: ctx.args.a }',
      testContext({ arguments: args }),
    );
    expect(value).toMatchObject({ own: ['__proto__'], x: null });
  });
});

describe('modules and exports', () => {
  test.each([
    ["import * as u from '@aws-appsync/utils';", 'u.util.base64Encode("a")'],
    ["import { util as u } from '@aws-appsync/utils'", 'u.base64Encode("a")'],
    ["import {\n  util,\n  runtime,\n} from '@aws-appsync/utils';", 'util.base64Encode("a")'],
    ['', 'util.base64Encode("a")'],
  ])('%s', (imports, expression) => {
    const evaluator = createJsEvaluator(`${imports}\nexport const request = (ctx) => ${expression};`);
    expect(evaluator.request(testContext()).value).toBe('YQ==');
  });

  test('export lists, with new names', () => {
    const code = 'function a() { return 1 } const b = () => 2; export { a as request, b as response };';
    const evaluator = createJsEvaluator(code);
    expect(evaluator.request(testContext()).value).toBe(1);
    expect(evaluator.response(testContext()).value).toBe(2);
  });

  test('a missing handler fails when it is called', () => {
    expect(() => createJsEvaluator('export const x = 1;').request(testContext())).toThrow(
      /request is not a function/,
    );
  });

  test('modules that AppSync lacks are refused at creation', () => {
    expect(() => createJsEvaluator("import fs from 'node:fs';")).toThrow(
      expect.objectContaining({ code: 'BadRequestException', message: expect.stringContaining("'node:fs'") }),
    );
  });
});

describe('errors', () => {
  test('util.error and util.unauthorized', () => {
    expect(() => request("util.error('m', 'T', { d: 1 }, { i: [2] })")).toThrow(
      expect.objectContaining({ message: 'm', errorType: 'T', data: { d: 1 }, errorInfo: { i: [2] } }),
    );
    expect(() => request("util.error('m')")).toThrow(
      expect.objectContaining({ errorType: null, data: null }),
    );
    expect(() => request('util.unauthorized()')).toThrow(
      expect.objectContaining({
        message: 'Not Authorized to access getBook on type Query',
        errorType: 'Unauthorized',
      }),
    );
  });

  test('code that fails is an error of type Code that names the place', () => {
    const code = 'export function request(ctx) {\n  return ctx.nothing.at.all;\n}';
    expect(() => createJsEvaluator(code).request(testContext())).toThrow(
      expect.objectContaining({
        message: "code.js:2:22: TypeError: Cannot read properties of undefined (reading 'at')",
        errorType: 'Code',
      }),
    );
    expect(() => request('return missing')).toThrow(
      /^code\.js:2:\d+: ReferenceError: missing is not defined$/,
    );
    expect(() => request('return missing')).toThrow(ResolverError);
  });

  test('top-level code that fails does so at each evaluation', () => {
    const evaluator = createJsEvaluator('const x = missing;\nexport function request() { return x }');
    expect(() => evaluator.request(testContext())).toThrow(/code\.js:1:11: ReferenceError/);
    expect(() => evaluator.request(testContext())).toThrow(/code\.js:1:11: ReferenceError/);
  });

  test('loops that do not end, and recursion, stop', () => {
    const grow = 'const l = [1]; for (const x of l) { l.push(x); } return l;';
    expect(() => request(grow)).toThrow(/RangeError: The loops of this handler ran more than 1000000 times/);
    expect(request('let n = 0; for (const x of [1, 2]) { n += x; } return n;')).toBe(3);
    expect(() => request('const f = (n) => f(n + 1); return f(0);')).toThrow(
      /Maximum call stack size exceeded/,
    );
  });

  test('a failure does not poison later evaluations', () => {
    const evaluator = createJsEvaluator(
      `import { util } from '@aws-appsync/utils';
       export function request(ctx) { util.appendError('a'); console.log('l'); ctx.stash.x = 1; if (ctx.args.fail) { util.error('boom'); } return ctx.stash; }`,
    );
    const failing = testContext({ arguments: { fail: true } });
    expect(() => evaluator.request(failing)).toThrow('boom');
    const evaluation = evaluator.request(testContext());
    expect(evaluation.appendedErrors).toHaveLength(1);
    expect(evaluation.logs).toEqual(['l']);
  });
});

describe('leaving early', () => {
  const run = (call: string) => {
    const code = `import { runtime } from '@aws-appsync/utils'; export function request(ctx) { ctx.stash.a = 1; ${call}; return 'late'; }`;
    const context = testContext();
    return { ...createJsEvaluator(code).request(context), stash: context.stash };
  };
  test('goes to the next function, or with END past all of them', () => {
    expect(run('runtime.earlyReturn({ x: 1 })')).toMatchObject({
      value: { x: 1 },
      earlyReturn: { skipTo: 'NEXT' },
      stash: { a: 1 },
    });
    expect(run("runtime.earlyReturn(null, { skipTo: 'END' })")).toMatchObject({
      value: null,
      earlyReturn: { skipTo: 'END' },
    });
    expect(run('runtime.earlyReturn()').value).toBeNull();
  });
});

test('console lines, headers and subscription filters come with the evaluation', () => {
  const code = `import { util, extensions } from '@aws-appsync/utils';
export function response(ctx) {
  console.log('got', { a: [1] }, undefined);
  console.error(1);
  util.http.addResponseHeader('x-count', 2);
  extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter({ participants: { contains: ctx.identity.sub } }));
  extensions.setSubscriptionInvalidationFilter({ filterGroup: [] });
  extensions.invalidateSubscriptions({ subscriptionField: 'onX', payload: { id: 1 } });
  return null;
}`;
  expect(createJsEvaluator(code).response(testContext({ identity: { sub: 'me' } }))).toEqual({
    value: null,
    appendedErrors: [],
    logs: ['got {"a":[1]} undefined', '1'],
    responseHeaders: { 'x-count': '2' },
    subscriptionFilter: {
      filterGroup: [{ filters: [{ fieldName: 'participants', operator: 'contains', value: 'me' }] }],
    },
    invalidationFilter: { filterGroup: [] },
    invalidations: [{ subscriptionField: 'onX', payload: { id: 1 } }],
  });
});

test('util follows the clock it was given', () => {
  expect(request('return [util.time.nowISO8601(), util.time.nowEpochSeconds()]')).toEqual([
    '2021-03-04T05:06:07.089Z',
    1614834367,
  ]);
});
