import { isRecord } from '../../util/json.ts';
import type { SqlTemplate } from './statements.ts';

/** The bound values of one request; both its statements share the numbering `:P0`, `:P1`, … */
export interface Variables {
  readonly map: Record<string, unknown>;
  readonly hints: Record<string, unknown>;
  /** Binds a value (or a type hint's value) and gives its placeholder. */
  bind(value: unknown): string;
}

export function createVariables(): Variables {
  const map: Record<string, unknown> = {};
  const hints: Record<string, unknown> = {};
  let next = 0;
  return {
    map,
    hints,
    bind(value) {
      const name = `:P${next++}`;
      const hinted = isRecord(value) && typeof value.type === 'string' && 'value' in value;
      map[name] = hinted ? value.value : (value ?? null);
      if (hinted) hints[name] = value.type;
      return name;
    },
  };
}

/** A value in a statement; null is written out, as AppSync does. */
export function renderValue(value: unknown, variables: Variables): string {
  return value === null || value === undefined ? 'NULL' : variables.bind(value);
}

/** A tagged template with its values bound. */
export function renderTemplate(template: SqlTemplate, variables: Variables): string {
  return template.strings.reduce(
    (text, part, index) => text + (index === 0 ? '' : variables.bind(template.keys[index - 1])) + part,
    '',
  );
}
