import { validationError } from '../errors.ts';
import { checkAllUsed, type ExpressionContext, type ExpressionKind } from '../expressions/context.ts';
import { parseCondition } from '../expressions/condition-parser.ts';
import { parseProjection } from '../expressions/projection.ts';
import type { Condition, DocumentPath, UpdateAction } from '../expressions/syntax.ts';
import { parseUpdate } from '../expressions/update-parser.ts';
import type { AttributeValue } from '../values/attribute-value.ts';
import { normalizeValue } from '../values/normalize.ts';
import { wireString } from '../values/wire-value.ts';
import { AwsError } from '../../../core/errors.ts';
import type { RequestReader } from './reader.ts';

/** The expressions of a request, parsed. */
export interface Expressions {
  readonly update?: readonly UpdateAction[];
  readonly condition?: Condition;
  readonly keyCondition?: Condition;
  readonly filter?: Condition;
  readonly projection?: readonly DocumentPath[];
}

/**
 * Parses the expressions of a request with the names and values that it gives for them. Throws ValidationException
 * when an expression is wrong, or a name or value is missing, wrong or not used.
 * @param kinds the expressions that the operation takes
 */
export function readExpressions(request: RequestReader, kinds: readonly ExpressionKind[]): Expressions {
  checkUse(request, kinds);
  const context: ExpressionContext = {
    names: readNames(request),
    values: readValues(request),
    used: new Set(),
  };
  const text = (kind: ExpressionKind): string | undefined =>
    kinds.includes(kind) ? request.string(kind) : undefined;
  const conditionOf = (kind: ExpressionKind): Condition | undefined => {
    const expression = text(kind);
    return expression === undefined ? undefined : parseCondition(expression, kind, context);
  };
  const update = text('UpdateExpression');
  const projection = text('ProjectionExpression');
  const expressions = {
    update: update === undefined ? undefined : parseUpdate(update, context),
    condition: conditionOf('ConditionExpression'),
    keyCondition: conditionOf('KeyConditionExpression'),
    filter: conditionOf('FilterExpression'),
    projection: projection === undefined ? undefined : parseProjection(projection, context),
  };
  checkAllUsed(context);
  return expressions;
}

function checkUse(request: RequestReader, kinds: readonly ExpressionKind[]): void {
  if (request.has('ExpressionAttributeNames') && !kinds.some((kind) => request.has(kind))) {
    throw validationError('ExpressionAttributeNames can only be specified when using expressions');
  }
  const withValues = kinds.filter((kind) => kind !== 'ProjectionExpression');
  if (!request.has('ExpressionAttributeValues') || withValues.length === 0) return;
  if (withValues.some((kind) => request.has(kind))) return;
  throw validationError(
    'ExpressionAttributeValues can only be specified when using expressions: ' +
      `${withValues.join(' and ')} ${withValues.length > 1 ? 'are' : 'is'} null`,
  );
}

function readNames(request: RequestReader): Map<string, string> {
  const names = new Map<string, string>();
  const given = request.map('ExpressionAttributeNames', 'java.lang.String');
  if (!given) return names;
  const entries = Object.entries(given);
  if (entries.length === 0) throw validationError('ExpressionAttributeNames must not be empty');
  for (const [key, value] of entries) {
    checkPlaceholder('ExpressionAttributeNames', key, /^#[A-Za-z0-9_]+$/);
    const name = wireString(value);
    if (name === '') {
      throw validationError(
        `ExpressionAttributeNames contains invalid value: Empty attribute name for key ${key}`,
      );
    }
    names.set(key, name);
  }
  return names;
}

function readValues(request: RequestReader): Map<string, AttributeValue> {
  const values = new Map<string, AttributeValue>();
  const given = request.map('ExpressionAttributeValues', 'AttributeValue');
  if (!given) return values;
  const entries = Object.entries(given);
  if (entries.length === 0) throw validationError('ExpressionAttributeValues must not be empty');
  for (const [key] of entries) checkPlaceholder('ExpressionAttributeValues', key, /^:[A-Za-z0-9_]+$/);
  for (const [key, value] of entries) values.set(key, readValue(key, value));
  return values;
}

function readValue(key: string, value: unknown): AttributeValue {
  try {
    return normalizeValue(value);
  } catch (error) {
    if (!(error instanceof AwsError) || error.code !== 'ValidationException') throw error;
    throw validationError(
      `ExpressionAttributeValues contains invalid value: ${error.message} for key ${key}`,
    );
  }
}

function checkPlaceholder(parameter: string, key: string, pattern: RegExp): void {
  if (pattern.test(key)) return;
  throw validationError(`${parameter} contains invalid key: Syntax error; key: "${key}"`);
}
