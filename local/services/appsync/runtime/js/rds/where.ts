import { isRecord } from '../../util/json.ts';
import { rdsError } from './code-error.ts';
import { quoteIdentifier } from './dialect.ts';
import type { Dialect } from './dialect.ts';
import { isSqlTemplate } from './statements.ts';
import { renderTemplate, renderValue } from './variables.ts';
import type { Variables } from './variables.ts';

const COMPARISONS: Readonly<Record<string, string>> = {
  eq: '=',
  ne: '!=',
  gt: '>',
  lt: '<',
  ge: '>=',
  le: '<=',
};

/** A condition object or `sql` template as `WHERE …`; what says nothing gives nothing. */
export function renderWhere(where: unknown, dialect: Dialect, variables: Variables): string {
  if (where === null || where === undefined) return '';
  if (isSqlTemplate(where)) {
    const text = renderTemplate(where, variables);
    return text === '' ? '' : `WHERE ${text}`;
  }
  if (!isRecord(where))
    throw rdsError('WHERE values are expected to be SQL templates or a condition object.');
  const text = conditions(where, { dialect, variables }, 'AND', false);
  return text === '' ? '' : `WHERE ${text}`;
}

interface Scope {
  readonly dialect: Dialect;
  readonly variables: Variables;
}

/** The members of one condition object, joined by the operator of the group it stands in, as AppSync joins them. */
function conditions(
  object: Record<string, unknown>,
  scope: Scope,
  joiner: 'AND' | 'OR',
  grouped: boolean,
): string {
  const parts: string[] = [];
  for (const [key, value] of Object.entries(object)) {
    const text =
      key === 'and' || key === 'or' ? group(key, value, scope) : columnConditions(key, value, scope);
    if (text !== undefined) parts.push(grouped && text !== '' ? `(${text})` : text);
  }
  return parts.join(` ${joiner} `);
}

function group(key: 'and' | 'or', value: unknown, scope: Scope): string | undefined {
  const joiner = key === 'and' ? 'AND' : 'OR';
  if (!Array.isArray(value)) throw rdsError(`${key} expects conditions to be an array`);
  const members = value.map((member: unknown) => {
    if (!isRecord(member) || isSqlTemplate(member)) throw rdsError(`Expected ${key} to be an Object.`);
    return conditions(member, scope, joiner, true);
  });
  const text = members.join(` ${joiner} `);
  return text === '' ? undefined : text;
}

function columnConditions(column: string, operators: unknown, scope: Scope): string {
  if (!isRecord(operators)) throw rdsError('Expected condition to be an Object.');
  return Object.entries(operators)
    .map(([operator, value]) => condition(column, operator, value, scope))
    .join(' AND ');
}

function condition(column: string, operator: string, value: unknown, { dialect, variables }: Scope): string {
  const name = quoteIdentifier(column, dialect);
  const path = `${column}.${operator}`;
  switch (operator) {
    case 'size':
      return size(`LENGTH (${name})`, value, path, variables);
    case 'between':
      return between(name, value, path, variables);
    case 'attributeExists':
      if (typeof nonNull(value, path) !== 'boolean')
        throw rdsError(`${path} expects a boolean value to be passed.`);
      return `${name} IS ${value === true ? 'NOT ' : ''}NULL`;
    case 'contains':
      return `${name} LIKE ${variables.bind(`%${text(value, path)}%`)}`;
    case 'beginsWith':
      return `${name} LIKE ${variables.bind(`${text(value, path)}%`)}`;
    case 'notContains':
      return `${name} NOT LIKE ${variables.bind(text(value, path))}`;
    default: {
      const comparison = COMPARISONS[operator];
      if (comparison === undefined) throw rdsError(`Unsupported condition ${path}.`);
      return `${name} ${comparison} ${variables.bind(nonNull(value, path))}`;
    }
  }
}

function size(target: string, value: unknown, path: string, variables: Variables): string {
  if (!isRecord(value)) throw rdsError(`Expected ${path} to be an Object.`);
  return Object.entries(value)
    .map(([operator, operand]) => {
      if (operator === 'between') return between(target, operand, path, variables);
      const comparison = COMPARISONS[operator];
      if (comparison === undefined) throw rdsError(`${path} has invalid size operator.`);
      return `${target} ${comparison} ${renderValue(operand, variables)}`;
    })
    .join(' AND ');
}

function between(target: string, value: unknown, path: string, variables: Variables): string {
  if (!Array.isArray(value)) throw rdsError(`${path} condition expects an array with length of 2.`);
  if (value.length !== 2) {
    throw rdsError(
      `${path} condition expects an array with 2 values but received an array with length ${value.length}.`,
    );
  }
  const [low, high] = value.map((bound: unknown) => renderValue(bound, variables));
  return `${target} BETWEEN ${low} AND ${high}`;
}

function nonNull(value: unknown, path: string): unknown {
  if (value === null || value === undefined) throw rdsError(`Value for ${path} can't be null.`);
  return value;
}

function text(value: unknown, path: string): string {
  const given = nonNull(value, path);
  if (typeof given !== 'string') throw rdsError(`${path} expects a string value to be passed.`);
  return given;
}
