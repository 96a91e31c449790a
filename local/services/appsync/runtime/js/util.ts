import { notCovered } from '../../../../core/errors.ts';
import { authType } from '../util/auth-type.ts';
import { matches } from '../util/checks.ts';
import { dynamodb } from '../util/dynamodb.ts';
import * as errors from '../util/errors.ts';
import { addResponseHeader, addResponseHeaders, copyHeaders } from '../util/http.ts';
import * as ids from '../util/ids.ts';
import { math } from '../util/math.ts';
import { toJsonObject } from '../util/rds-result.ts';
import type { RunHolder } from '../util/run.ts';
import * as text from '../util/text.ts';
import { createTimeUtil } from '../util/time/index.ts';
import { transform } from '../util/transform/index.ts';

type Values = readonly unknown[];

/**
 * `util` as `@aws-appsync/utils` declares it. What VTL has and the package has not (`isNull`, `toJson`, `defaultIfNull`)
 * is missing here too, since AppSync refuses code that uses it.
 */
export function createJsUtil(holder: RunHolder): Readonly<Record<string, unknown>> {
  return freezeDeep({
    error: (...args: Values) => errors.raise(args[0], args[1], args[2], args[3]),
    appendError: (...args: Values) =>
      errors.appendError(holder.current(), args[0], args[1], args[2], args[3]),
    unauthorized: () => errors.unauthorized(holder.current()),
    authType: () => authType(holder.current().context.identity),
    autoId: () => ids.autoId(),
    autoUlid: () => ids.autoUlid(holder.clock.now()),
    autoKsuid: () => ids.autoKsuid(holder.clock.now()),
    matches: (pattern: unknown, value: unknown) => matches(pattern, value),
    escapeJavaScript: (value: unknown) => text.escapeJavaScript(value),
    urlEncode: (value: unknown) => text.urlEncode(value),
    urlDecode: (value: unknown) => text.urlDecode(value),
    base64Encode: (value: unknown) => text.base64Encode(value),
    base64Decode: (value: unknown) => text.base64Decode(value),
    time: createTimeUtil(holder.clock),
    dynamodb: { ...dynamodb },
    rds: { toJsonObject: (result: unknown) => toJsonObject(result) },
    transform: { ...transform },
    math: { ...math },
    str: { normalize: (value: unknown, form: unknown) => text.normalize(value, form) },
    http: {
      copyHeaders: (headers: unknown) => copyHeaders(headers),
      addResponseHeader: (name: unknown, value: unknown) => addResponseHeader(holder.current(), name, value),
      addResponseHeaders: (headers: unknown) => addResponseHeaders(holder.current(), headers),
    },
    xml: { toMap: uncoveredXml, toJsonString: uncoveredXml },
  });
}

/** `console` of the sandbox: lines for the resolver's log. */
export function createJsConsole(holder: RunHolder): Readonly<Record<string, unknown>> {
  const write = (...values: Values): void => {
    holder.current().logs.push(values.map(logText).join(' '));
  };
  return freezeDeep({ log: write, info: write, warn: write, error: write, debug: write });
}

function logText(value: unknown): string {
  if (typeof value === 'string') return value;
  return JSON.stringify(value) ?? String(value);
}

function uncoveredXml(): never {
  throw notCovered('util.xml');
}

/** One object serves all evaluations, so no handler may change it. */
export function freezeDeep<T extends Record<string, unknown>>(object: T): Readonly<T> {
  for (const member of Object.values(object)) {
    if (typeof member === 'object' && member !== null) freezeDeep(member as Record<string, unknown>);
    else if (typeof member === 'function') Object.freeze(member);
  }
  return Object.freeze(object);
}
