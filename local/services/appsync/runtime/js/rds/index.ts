/** The module `@aws-appsync/utils/rds`: helpers that write the RDS data source's requests. */
import { notCovered } from '../../../../../core/errors.ts';
import { isRecord } from '../../util/json.ts';
import { rdsError } from './code-error.ts';
import type { Dialect } from './dialect.ts';
import { renderStatement } from './render.ts';
import { isSqlTemplate } from './statements.ts';
import type { Statement } from './statements.ts';
import { createVariables, renderTemplate } from './variables.ts';
import type { Variables } from './variables.ts';

export { toJsonObject } from '../../util/rds-result.ts';
export { insert, remove, select, sql, update } from './statements.ts';

/** The RDS data source's request. */
export interface RdsRequest {
  readonly statements: readonly string[];
  readonly variableMap: Readonly<Record<string, unknown>>;
  readonly variableTypeHintMap: Readonly<Record<string, unknown>>;
}

export function createPgStatement(...statements: readonly unknown[]): RdsRequest {
  return createRequest(statements, { helper: 'createPgStatement', quote: '"', returning: true });
}

export function createMySQLStatement(...statements: readonly unknown[]): RdsRequest {
  return createRequest(statements, { helper: 'createMySQLStatement', quote: '`', returning: false });
}

/** Says which SQL type a bound value has. */
export const typeHint = Object.freeze(
  Object.fromEntries(
    ['DECIMAL', 'JSON', 'TIME', 'DATE', 'UUID', 'TIMESTAMP'].map((type) => [
      type,
      (value: unknown) => ({ type, value }),
    ]),
  ),
);

const uncoveredAggregate = (): never => {
  throw notCovered('aggregates (`agg`) of the RDS helpers', 'Write the statement with the `sql` tag.');
};

export const agg = Object.freeze(
  Object.fromEntries(
    ['max', 'min', 'count', 'avg', 'sum'].flatMap((name) => [
      [name, uncoveredAggregate],
      [`${name}Distinct`, uncoveredAggregate],
    ]),
  ),
);

function createRequest(statements: readonly unknown[], dialect: Dialect): RdsRequest {
  const variables = createVariables();
  const given = statements.filter((statement, index) => index === 0 || (statement ?? null) !== null);
  if (given.length === 0) throw rdsError(`An argument is expected to be passed to ${dialect.helper}`);
  return {
    statements: given.map((statement) => renderOne(statement, dialect, variables)),
    variableMap: variables.map,
    variableTypeHintMap: variables.hints,
  };
}

function renderOne(statement: unknown, dialect: Dialect, variables: Variables): string {
  if (typeof statement === 'string') return statement;
  if (isSqlTemplate(statement)) return renderTemplate(statement, variables);
  if (isStatement(statement)) return renderStatement(statement, dialect, variables);
  throw rdsError(`Unsupported type is passed as argument to ${dialect.helper}`);
}

function isStatement(value: unknown): value is Statement {
  return (
    isRecord(value) &&
    ['SELECT', 'INSERT', 'UPDATE', 'REMOVE'].includes(String(value.type)) &&
    isRecord(value.properties)
  );
}
