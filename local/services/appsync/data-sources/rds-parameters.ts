import { badRequest } from './request.ts';

interface SqlParameter {
  readonly name: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly typeHint?: string;
}

const NAMES = new Map<string, ReadonlySet<string>>();

/** The `:names` of a statement, outside of casts (`::text`); remembered by text, since statements repeat. */
function namesIn(sql: string): ReadonlySet<string> {
  let names = NAMES.get(sql);
  if (!names) {
    names = new Set([...sql.matchAll(/(?<!:):([A-Za-z_]\w*)/g)].map((match) => match[1]!));
    if (NAMES.size > 1000) NAMES.clear();
    NAMES.set(sql, names);
  }
  return names;
}

/**
 * The Data API's parameters of one statement: those of the variable map that it names. A number without a
 * fraction becomes a long, null becomes `isNull`; lists and objects have no parameter type.
 */
export function statementParameters(
  sql: string,
  variables: Readonly<Record<string, unknown>>,
  hints: Readonly<Record<string, unknown>>,
): SqlParameter[] {
  const names = namesIn(sql);
  return Object.entries(variables).flatMap(([key, value]) => {
    const name = key.replace(/^:/, '');
    if (!names.has(name)) return [];
    const hint = hints[key] ?? hints[name] ?? hints[`:${name}`];
    return [{ name, value: field(name, value), ...(typeof hint === 'string' ? { typeHint: hint } : {}) }];
  });
}

function field(name: string, value: unknown): Record<string, unknown> {
  switch (typeof value) {
    case 'string':
      return { stringValue: value };
    case 'boolean':
      return { booleanValue: value };
    case 'number':
      return Number.isInteger(value) ? { longValue: value } : { doubleValue: value };
    default:
      if (value === null || value === undefined) return { isNull: true };
      throw badRequest(`Unsupported type for the variable '${name}': pass lists and objects as JSON text.`);
  }
}
