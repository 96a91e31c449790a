import { notCovered } from '../../../../core/errors.ts';
import { authType } from '../util/auth-type.ts';
import * as checks from '../util/checks.ts';
import * as collections from '../util/collections.ts';
import { dynamodb } from '../util/dynamodb.ts';
import * as errors from '../util/errors.ts';
import { addResponseHeader, addResponseHeaders, copyHeaders } from '../util/http.ts';
import * as ids from '../util/ids.ts';
import { isRecord } from '../util/json.ts';
import { math } from '../util/math.ts';
import { toJsonObject } from '../util/rds-result.ts';
import type { RunHolder } from '../util/run.ts';
import * as text from '../util/text.ts';
import { createTimeUtil } from '../util/time/index.ts';
import { transform } from '../util/transform/index.ts';
import { toText } from './java/text.ts';
import { Namespace } from './namespace.ts';

type Values = readonly unknown[];

/** `$util` as templates see it. Methods without a result answer an empty text, so that they leave no trace. */
export function createVtlUtil(holder: RunHolder): Namespace {
  const silent =
    (body: (...args: Values) => void) =>
    (...args: Values): string => {
      body(...args);
      return '';
    };
  return new Namespace({
    qr: () => '',
    quiet: () => '',
    error: (...args: Values) => errors.raise(args[0], args[1], args[2], args[3]),
    appendError: silent((...args) =>
      errors.appendError(holder.current(), args[0], args[1], args[2], args[3]),
    ),
    unauthorized: () => errors.unauthorized(holder.current()),
    validate: silent((...args) => errors.validate(args[0], args[1], args[2], args[3])),
    ...checks,
    isString: (value: unknown) => typeof value === 'string',
    isNumber: (value: unknown) => typeof value === 'number',
    isBoolean: (value: unknown) => typeof value === 'boolean',
    isList: (value: unknown) => Array.isArray(value),
    isMap: (value: unknown) => isRecord(value) && !(value instanceof Namespace),
    authType: () => authType(holder.current().context.identity),
    autoId: ids.autoId,
    autoUlid: () => ids.autoUlid(holder.clock.now()),
    autoKsuid: () => ids.autoKsuid(holder.clock.now()),
    toJson: (value: unknown) => JSON.stringify(value ?? null),
    parseJson,
    escapeJavaScript: text.escapeJavaScript,
    urlEncode: text.urlEncode,
    urlDecode: text.urlDecode,
    base64Encode: text.base64Encode,
    base64Decode: text.base64Decode,
    time: new Namespace(createTimeUtil(holder.clock)),
    dynamodb: new Namespace(withJson(dynamodb)),
    rds: new Namespace({
      toJsonObject,
      toJsonString: (result: unknown) => JSON.stringify(toJsonObject(result)),
    }),
    transform: new Namespace(transform),
    list: new Namespace({
      copyAndRetainAll: collections.copyAndRetainAll,
      copyAndRemoveAll: collections.copyAndRemoveAll,
    }),
    map: new Namespace({
      copyAndRetainAllKeys: collections.copyAndRetainAllKeys,
      copyAndRemoveAllKeys: collections.copyAndRemoveAllKeys,
    }),
    math: new Namespace(math),
    str: new Namespace({
      toUpper: (value: unknown) => toText(value).toUpperCase(),
      toLower: (value: unknown) => toText(value).toLowerCase(),
      toReplace: (value: unknown, from: unknown, to: unknown) =>
        toText(value).split(toText(from)).join(toText(to)),
      normalize: text.normalize,
    }),
    http: new Namespace({
      copyHeaders,
      addResponseHeader: silent((name, value) => addResponseHeader(holder.current(), name, value)),
      addResponseHeaders: silent((headers) => addResponseHeaders(holder.current(), headers)),
    }),
    log: new Namespace(
      Object.fromEntries(
        ['info', 'error', 'debug', 'warn'].map((level) => [
          level,
          silent((...args) => holder.current().logs.push(logLine(level, args))),
        ]),
      ),
    ),
    xml: uncovered('$util.xml', ['toMap', 'toJsonString']),
    authRules: uncovered('$util.authRules (models on SQL data sources)', [
      'queryAuth',
      'mutationAuth',
      'subscriptionAuth',
      'validateUsingSource',
    ]),
  });
}

/** `$util.dynamodb`: each converter a second time with its answer as JSON text. */
function withJson(converters: typeof dynamodb): Record<string, unknown> {
  const members: Record<string, unknown> = { ...converters };
  for (const [name, convert] of Object.entries(converters)) {
    if (name.endsWith('Json')) continue;
    members[`${name}Json`] = (...args: Values) => JSON.stringify(convert(...args));
  }
  return members;
}

/**
 * Null for what is no JSON: templates that Amplify generates ask it of plain texts (amplify-cli#10739, where the
 * simulator was brought in line with AppSync).
 */
function parseJson(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  try {
    return JSON.parse(toText(value));
  } catch {
    return null;
  }
}

/** The first argument is the line, with `{}` for each of the others. */
function logLine(level: string, args: Values): string {
  const values = args
    .slice(1)
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value ?? null)));
  const first = typeof args[0] === 'string' ? args[0] : JSON.stringify(args[0] ?? null);
  return `${level.toUpperCase()} ${first.replace(/\{\}/g, (hole) => values.shift() ?? hole)}`;
}

function uncovered(what: string, methods: readonly string[]): Namespace {
  const refuse = (): never => {
    throw notCovered(what);
  };
  return new Namespace(Object.fromEntries(methods.map((method) => [method, refuse])));
}
