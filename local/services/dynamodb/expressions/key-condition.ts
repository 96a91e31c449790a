import { validationError } from '../errors.ts';
import { checkKeyValue, type KeyAttribute, type KeySchema } from '../keys/key-schema.ts';
import { typeOf, type AttributeValue } from '../values/attribute-value.ts';
import type { Condition, Operand } from './syntax.ts';

export interface KeyCondition {
  readonly operator: '=' | '<' | '<=' | '>' | '>=' | 'between' | 'begins_with';
  readonly values: readonly AttributeValue[];
}

/** What a Query asks for: one partition, and perhaps a range within it. */
export interface KeyConditions {
  readonly hash: AttributeValue;
  readonly range?: KeyCondition;
}

const MIRRORED = { '=': '=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

/** Makes key conditions of a parsed KeyConditionExpression. Throws ValidationException in DynamoDB's words. */
export function keyConditions(condition: Condition, schema: KeySchema): KeyConditions {
  const found = new Map<string, KeyCondition>();
  collect(condition, found);
  if (found.size > 2) throw validationError('Conditions can be of length 1 or 2 only');
  const hash = found.get(schema.hash.name);
  if (!schema.range && found.size > 1) throw validationError('Query key condition not supported');
  if (!hash) throw missed(schema.hash);
  const range = schema.range && found.get(schema.range.name);
  if (found.size > 1 && !range) throw missed(schema.range!);
  checkTypes(hash, schema.hash, true);
  if (hash.operator !== '=') throw validationError('Query key condition not supported');
  if (range) checkTypes(range, schema.range!, false);
  return { hash: hash.values[0]!, range };
}

function collect(condition: Condition, found: Map<string, KeyCondition>): void {
  switch (condition.kind) {
    case 'and':
      collect(condition.left, found);
      collect(condition.right, found);
      return;
    case 'or':
    case 'not':
    case 'in':
      throw invalidOperator(condition.kind.toUpperCase());
    case 'between':
      return add(found, 'between', [condition.subject, condition.low, condition.high]);
    case 'call':
      if (condition.name !== 'begins_with') throw invalidOperator(condition.name);
      return add(found, 'begins_with', condition.operands);
    case 'compare': {
      if (condition.operator === '<>') throw invalidOperator('<>');
      const mirrored = condition.left.kind !== 'path' && condition.right.kind === 'path';
      if (mirrored) add(found, MIRRORED[condition.operator], [condition.right, condition.left]);
      else add(found, condition.operator, [condition.left, condition.right]);
    }
  }
}

function add(
  found: Map<string, KeyCondition>,
  operator: KeyCondition['operator'],
  [subject, ...others]: readonly Operand[],
): void {
  const operands = [subject!, ...others];
  if (operands.some(({ kind }) => kind === 'call')) {
    throw validationError('KeyConditionExpressions cannot contain nested operations');
  }
  const paths = operands.flatMap((operand) => (operand.kind === 'path' ? [operand.path] : []));
  const [path] = paths;
  if (!path) throw invalidCondition('No key attribute specified');
  if (paths.length > 1) throw invalidCondition('Multiple attribute names used in one condition');
  if (subject!.kind !== 'path') {
    const name = operator === 'between' ? 'BETWEEN' : operator;
    throw invalidCondition(`${name} operator must have the key attribute as its first operand`);
  }
  if (path.length > 1) {
    throw validationError('KeyConditionExpressions cannot have conditions on nested attributes');
  }
  const name = path[0] as string;
  if (found.has(name)) {
    throw validationError('KeyConditionExpressions must only contain one condition per key');
  }
  const values = others.flatMap((operand) => (operand.kind === 'value' ? [operand.value] : []));
  found.set(name, { operator, values });
}

function checkTypes({ operator, values }: KeyCondition, attribute: KeyAttribute, isHash: boolean): void {
  for (const value of values) {
    if (typeOf(value) !== attribute.type) {
      throw validationError(
        'One or more parameter values were invalid: Condition parameter type does not match schema type',
      );
    }
    if (operator !== 'begins_with') checkKeyValue(value, attribute, isHash);
  }
}

function missed({ name }: KeyAttribute): Error {
  return validationError(`Query condition missed key schema element: ${name}`);
}

function invalidOperator(operator: string): Error {
  return validationError(`Invalid operator used in KeyConditionExpression: ${operator}`);
}

function invalidCondition(what: string): Error {
  return validationError(`Invalid condition in KeyConditionExpression: ${what}`);
}
