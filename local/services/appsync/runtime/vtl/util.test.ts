import { describe, expect, test } from 'vitest';
import type { EvaluationContext } from '../evaluator.ts';
import { testClock, testContext } from '../testing.ts';
import { createVtlEvaluator } from './index.ts';

function util(call: string, context: Partial<EvaluationContext> = {}): unknown {
  const template = `#set($out = $util.${call})#return([$out])`;
  const evaluator = createVtlEvaluator({ response: template }, { clock: testClock });
  return (evaluator.response(testContext(context)).value as unknown[])[0];
}

test.each([
  ['isNull($x)', true],
  ['isNullOrEmpty("")', true],
  ['isNullOrEmpty({})', true],
  ['isNullOrEmpty([1])', false],
  ['isNullOrBlank("  ")', true],
  ['defaultIfNull($x, [])', []],
  ['defaultIfNull(0, 1)', 0],
  ['defaultIfNullOrEmpty("", "d")', 'd'],
  ['defaultIfNullOrBlank(" ", "d")', 'd'],
  ['isString("a")', true],
  ['isNumber("1")', false],
  ['isBoolean(false)', true],
  ['isList([])', true],
  ['isMap([])', false],
  ['isMap({})', true],
  ['typeOf([])', 'List'],
  ['typeOf({})', 'Map'],
  ['typeOf($x)', 'Null'],
  ['matches("a*b", "aaaaab")', true],
  ['matches("^[0-9]+$", "12x")', false],
  ['toJson({"a": [1, null, "q"]})', '{"a":[1,null,"q"]}'],
  ['parseJson("[1, 2]")', [1, 2]],
  ['parseJson("{")', null],
  ['parseJson("7f3a-4")', null],
  ['base64Encode("hé")', 'aMOp'],
  ['base64Decode("aMOp")', 'hé'],
  ['urlEncode("a b&c")', 'a+b%26c'],
  ['urlDecode("a+b%26c")', 'a b&c'],
  ["escapeJavaScript('a\"b')", 'a\\"b'],
  ['time.nowISO8601()', '2021-03-04T05:06:07.089Z'],
  ['time.nowEpochSeconds()', 1614834367],
  ['time.nowEpochMilliSeconds()', 1614834367089],
  ['list.copyAndRetainAll([1, 2, 3], [2, 9])', [2]],
  ['list.copyAndRemoveAll([1, 2, 3], [2, 9])', [1, 3]],
  ['map.copyAndRetainAllKeys({"a": 1, "b": 2}, ["a"])', { a: 1 }],
  ['map.copyAndRemoveAllKeys({"a": 1, "b": 2}, ["a"])', { b: 2 }],
  [
    'dynamodb.toDynamoDB({"a": [1, "x", null, true]})',
    { M: { a: { L: [{ N: 1 }, { S: 'x' }, { NULL: null }, { BOOL: true }] } } },
  ],
  ['dynamodb.toDynamoDBJson("x")', '{"S":"x"}'],
  ['dynamodb.toString("x")', { S: 'x' }],
  ['dynamodb.toStringSet(["x"])', { SS: ['x'] }],
  ['dynamodb.toMapValuesJson({"a": 1})', '{"a":{"N":1}}'],
  ['dynamodb.toNull()', { NULL: null }],
  [
    'dynamodb.toS3ObjectJson("k", "b", "r")',
    '{"S":"{\\"s3\\":{\\"key\\":\\"k\\",\\"bucket\\":\\"b\\",\\"region\\":\\"r\\"}}"}',
  ],
  ['math.roundNum(2.5)', 3],
  ['math.roundNum(-2.5)', -2],
  ['math.minVal(2, 1)', 1],
  ['str.toUpper("a")', 'A'],
  ['str.toReplace("a-b", "-", "+")', 'a+b'],
  ['http.copyHeaders({"host": "h", "x": "y"})', { x: 'y' }],
])('$util.%s', (call, expected) => {
  expect(util(call)).toEqual(expected);
});

test('ids', () => {
  expect(util('autoId()')).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(util('autoUlid()')).toMatch(/^01EZXT1YKH[\dA-HJKMNP-TV-Z]{16}$/);
  expect(util('autoKsuid()')).toMatch(/^[\dA-Za-z]{27}$/);
});

test.each([
  [null, 'API Key Authorization'],
  [{ sub: 's', username: 'u', groups: null, defaultAuthStrategy: 'ALLOW' }, 'User Pool Authorization'],
  [{ accountId: '1', cognitoIdentityId: 'x', userArn: 'a', username: 'u' }, 'IAM Authorization'],
  [{ sub: 's', issuer: 'i', claims: {} }, 'Open ID Connect Authorization'],
  [{ resolverContext: {} }, 'Lambda Authorization'],
])('authType of %o', (identity, expected) => {
  expect(util('authType()', { identity })).toBe(expected);
});

describe('errors', () => {
  const fail = (template: string) => () => createVtlEvaluator({ request: template }).request(testContext());
  test('error carries its type, data and info', () => {
    expect(fail('$util.error("m", "T", {"d": 1}, {"i": 2})')).toThrow(
      expect.objectContaining({ message: 'm', errorType: 'T', data: { d: 1 }, errorInfo: { i: 2 } }),
    );
    expect(fail('$util.error("m")')).toThrow(expect.objectContaining({ errorType: null, data: null }));
  });
  test('unauthorized names the field', () => {
    expect(fail('$util.unauthorized()')).toThrow(
      expect.objectContaining({
        message: 'Not Authorized to access getBook on type Query',
        errorType: 'Unauthorized',
      }),
    );
  });
  test('validate raises only when the condition is false', () => {
    expect(fail('$util.validate(true, "no") {}')).not.toThrow();
    expect(fail('$util.validate(false, "no", "T") {}')).toThrow(expect.objectContaining({ errorType: 'T' }));
  });
  test('what is not covered says so', () => {
    for (const call of [
      'xml.toMap("<a/>")',
      'authRules.queryAuth([])',
      'transform.toElasticsearchQueryDSL({})',
    ]) {
      expect(fail(`$util.${call}`)).toThrow(/The local cloud does not cover/);
    }
  });
});

test('logs, headers and appended errors come with the evaluation', () => {
  const { request } = createVtlEvaluator({
    request:
      '$util.log.info("got {} of {}", 1, {"a": 2})$util.http.addResponseHeader("n", 7)$util.appendError("m", "T") {}',
  });
  expect(request(testContext())).toEqual({
    value: {},
    logs: ['INFO got 1 of {"a":2}'],
    responseHeaders: { n: '7' },
    appendedErrors: [{ message: 'm', errorType: 'T', data: null, errorInfo: null }],
  });
});
