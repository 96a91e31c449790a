import { ResolverError } from '../../evaluator.ts';
import { toDynamoDB } from '../dynamodb.ts';
import { isRecord } from '../json.ts';

/** An expression with its placeholders, in AppSync's request shape. */
export interface DynamoDBExpression {
  expression: string;
  expressionNames: Record<string, string>;
  expressionValues: Record<string, unknown>;
}

const COMPARISONS: Readonly<Record<string, string>> = {
  eq: '=',
  ne: '<>',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};
const FUNCTIONS: Readonly<Record<string, string>> = {
  contains: 'contains',
  notContains: 'NOT contains',
  beginsWith: 'begins_with',
};
const ATTRIBUTE_TYPES: Readonly<Record<string, string>> = {
  _null: 'NULL',
  string: 'S',
  stringSet: 'SS',
  number: 'N',
  numberSet: 'NS',
  binary: 'B',
  binarySet: 'BS',
  boolean: 'BOOL',
  list: 'L',
  map: 'M',
};

/**
 * A filter object (`{ title: { contains: 'x' }, or: [...] }`) as a DynamoDB filter or condition expression. A field's
 * placeholder is `#<field>`, a value's `:<path>_<field>_<operator>`, as AppSync names them. Operators of one field and
 * fields of one object are joined with AND. Throws ResolverError for what is no operator.
 */
export function toDynamoDBExpression(filter: unknown): DynamoDBExpression {
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const parts = isRecord(filter) ? objectParts(filter, [], { names, values }) : [];
  return { expression: parts.join(' AND '), expressionNames: names, expressionValues: values };
}

interface Placeholders {
  readonly names: Record<string, string>;
  readonly values: Record<string, unknown>;
}

function objectParts(filter: Record<string, unknown>, path: readonly string[], into: Placeholders): string[] {
  const parts: string[] = [];
  for (const [key, value] of Object.entries(filter)) {
    if (value === null || value === undefined) continue;
    if (key === 'and' || key === 'or') parts.push(...groupParts(key, value, path, into));
    else if (key === 'not') parts.push(...notParts(value, path, into));
    else parts.push(...fieldParts(key, value, path, into));
  }
  return parts;
}

function groupParts(
  key: 'and' | 'or',
  value: unknown,
  path: readonly string[],
  into: Placeholders,
): string[] {
  const members = Array.isArray(value) ? value : [value];
  const parts = members.flatMap((member, index) => {
    const inner = isRecord(member) ? objectParts(member, [...path, key, String(index)], into) : [];
    return inner.length > 1 ? [`(${inner.join(' AND ')})`] : inner;
  });
  return parts.length === 0 ? [] : [`(${parts.join(key === 'or' ? ' OR ' : ' AND ')})`];
}

function notParts(value: unknown, path: readonly string[], into: Placeholders): string[] {
  const inner = isRecord(value) ? objectParts(value, [...path, 'not'], into) : [];
  return inner.length === 0 ? [] : [`(NOT (${inner.join(' AND ')}))`];
}

function fieldParts(
  field: string,
  operators: unknown,
  path: readonly string[],
  into: Placeholders,
): string[] {
  if (!isRecord(operators)) return [];
  const name = namePlaceholder(field, into.names);
  const parts = Object.entries(operators).flatMap(([operator, operand]) => {
    const value = `:${[...path, field, operator].join('_')}`;
    const text = condition(name, operator, operand, value, into.values);
    return text === undefined ? [] : [`(${text})`];
  });
  if (parts.length > 0) into.names[name] = field;
  return parts;
}

/** `#<field>`, without signs that a placeholder may not hold; numbered when two fields come out alike. */
function namePlaceholder(field: string, names: Readonly<Record<string, string>>): string {
  const plain = `#${field.replace(/[^A-Za-z0-9_]/g, '_')}`;
  let name = plain;
  for (let number = 2; names[name] !== undefined && names[name] !== field; number++)
    name = `${plain}_${number}`;
  return name;
}

/** One operator's text, its values put under placeholders that start with `value`. */
function condition(
  name: string,
  operator: string,
  operand: unknown,
  value: string,
  values: Record<string, unknown>,
): string | undefined {
  const bind = (placeholder: string, plain: unknown): string => {
    // Attribute names may hold signs that a placeholder may not.
    const safe = `:${placeholder.slice(1).replace(/[^A-Za-z0-9_]/g, '_')}`;
    values[safe] = toDynamoDB(plain);
    return safe;
  };
  const comparison = COMPARISONS[operator];
  if (comparison !== undefined) return `${name} ${comparison} ${bind(value, operand)}`;
  const fn = FUNCTIONS[operator];
  if (fn !== undefined) return `${fn}(${name},${bind(value, operand)})`;
  switch (operator) {
    case 'attributeExists':
      if (operand === null) return undefined;
      return `${operand === true ? 'attribute_exists' : 'attribute_not_exists'}(${name})`;
    case 'attributeType':
      return `attribute_type(${name},${bind(value, ATTRIBUTE_TYPES[String(operand)] ?? operand)})`;
    case 'between': {
      const [low, high] = pair(operand);
      return `${name} BETWEEN ${bind(`${value}_1`, low)} AND ${bind(`${value}_2`, high)}`;
    }
    case 'in': {
      const list = Array.isArray(operand) ? operand : [operand];
      return `${name} IN (${list.map((item, index) => bind(`${value}_${index + 1}`, item)).join(', ')})`;
    }
    case 'size': {
      if (!isRecord(operand)) return undefined;
      const parts = Object.entries(operand).map(([inner, size]) =>
        condition(`size(${name})`, inner, size, `${value}_${inner}`, values),
      );
      return parts.join(' AND ');
    }
    default:
      throw new ResolverError(
        `Unrecognized operator '${operator}' on field '${name.slice(1)}'.`,
        'MappingTemplate',
      );
  }
}

function pair(operand: unknown): [unknown, unknown] {
  if (Array.isArray(operand) && operand.length === 2) return [operand[0], operand[1]];
  throw new ResolverError("Operator 'between' needs a list of two values.", 'MappingTemplate');
}
