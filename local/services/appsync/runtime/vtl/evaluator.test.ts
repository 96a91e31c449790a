import { describe, expect, test } from 'vitest';
import { ResolverError } from '../evaluator.ts';
import { testContext } from '../testing.ts';
import { createVtlEvaluator } from './index.ts';

describe('what a template renders', () => {
  test('is JSON', () => {
    const { request } = createVtlEvaluator({
      request: '{"payload": $util.toJson($ctx.args), "b": "$ctx.args.id"}',
    });
    expect(request(testContext({ arguments: { id: 'x' } })).value).toEqual({ payload: { id: 'x' }, b: 'x' });
  });

  test('when it is none, the error is AppSync’s', () => {
    const evaluator = createVtlEvaluator({ request: '{"a": $ctx.args.x}', response: '# oops {}' });
    expect(() => evaluator.request(testContext())).toThrow(/^Unable to parse the JSON document: '/);
    expect(() => evaluator.request(testContext())).toThrow(ResolverError);
    expect(() => evaluator.response(testContext())).toThrow('Unable to convert # oops {} to Object.');
    const trailing = createVtlEvaluator({ request: '{})' });
    expect(() => trailing.request(testContext())).toThrow(
      expect.objectContaining({
        message: 'Trailing characters at the end of the JSON string are not allowed.',
        errorType: 'MappingTemplate',
      }),
    );
  });

  test('an empty response is null', () => {
    expect(createVtlEvaluator({ response: '## nothing\n' }).response(testContext()).value).toBeNull();
  });
});

describe('without templates', () => {
  const evaluator = createVtlEvaluator({});
  test('the data source is sent the context', () => {
    expect(evaluator.request(testContext({ arguments: { a: 1 }, source: { s: 1 } })).value).toMatchObject({
      operation: 'Invoke',
      payload: { arguments: { a: 1 }, source: { s: 1 }, info: { fieldName: 'getBook' } },
    });
  });
  test('the result passes, and so does the error', () => {
    expect(evaluator.response(testContext({ result: [1] })).value).toEqual([1]);
    const failed = testContext({ error: { message: 'm', type: 'T' } });
    expect(() => evaluator.response(failed)).toThrow(
      expect.objectContaining({ message: 'm', errorType: 'T' }),
    );
  });
});

describe('what templates may change', () => {
  test('changed arguments are seen by the field’s next function and by nobody else', () => {
    const change = createVtlEvaluator({ request: '$util.qr($ctx.args.input.put("k", "v")){}' });
    const read = createVtlEvaluator({ request: '$util.toJson($ctx.args.input)' });
    const input = Object.freeze({ id: '1' });
    const field = testContext({ arguments: { input }, stash: {} });
    change.request(field);
    expect(read.request(field).value).toEqual({ id: '1', k: 'v' });
    expect(read.request({ ...field, stash: {} }).value).toEqual({ id: '1' });
    expect(input).toEqual({ id: '1' });
  });

  test('source, result and identity are copies; the stash is the field’s own', () => {
    const template =
      '$util.qr($ctx.source.put("a", 2))$util.qr($ctx.result.put("a", 2))$util.qr($ctx.identity.put("a", 2))$util.qr($ctx.stash.put("a", 2)){}';
    const context = testContext({ source: { a: 1 }, result: { a: 1 }, identity: { a: 1 }, stash: {} });
    createVtlEvaluator({ response: template }).response(context);
    expect(context).toMatchObject({
      source: { a: 1 },
      result: { a: 1 },
      identity: { a: 1 },
      stash: { a: 2 },
    });
  });

  test('data with the key __proto__ stays data', () => {
    const { value } = createVtlEvaluator({
      response: '#set($m = {})$util.qr($m.put("__proto__", {"polluted": true}))$util.toJson($m)',
    }).response(testContext());
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

test('a failure leaves no trace in the next evaluation', () => {
  const evaluator = createVtlEvaluator({
    response: '$util.appendError("a")#if($ctx.result == 1)$util.error("boom", "T")#end[]',
  });
  expect(() => evaluator.response(testContext({ result: 1 }))).toThrow('boom');
  expect(evaluator.response(testContext({ result: 2 })).appendedErrors).toHaveLength(1);
});

test('subscription extensions', () => {
  const { response } = createVtlEvaluator({
    response:
      '$extensions.setSubscriptionFilter($util.transform.toSubscriptionFilter({"owner": {"eq": "me"}}))$extensions.invalidateSubscriptions({"subscriptionField": "onX", "payload": {"id": "1"}})$util.toJson(null)',
  });
  expect(response(testContext())).toEqual({
    value: null,
    appendedErrors: [],
    logs: [],
    subscriptionFilter: { filterGroup: [{ filters: [{ fieldName: 'owner', operator: 'eq', value: 'me' }] }] },
    invalidations: [{ subscriptionField: 'onX', payload: { id: '1' } }],
  });
});
