import { notCovered } from '../../../core/errors.ts';
import { validationError } from '../errors.ts';
import type { Item } from '../values/attribute-value.ts';
import { normalizeItem } from '../values/normalize.ts';
import {
  wireBoolean,
  wireInteger,
  wireList,
  wireMap,
  wireString,
  wireStructure,
} from '../values/wire-value.ts';

const NAME_PATTERN = '[a-zA-Z0-9_.-]+';
const MAX_VIOLATIONS = 10;

/**
 * Reads the members of a request. A member of the wrong JSON type throws SerializationException at once; broken
 * constraints are collected and thrown together by `check`, as AWS tells them.
 */
export class RequestReader {
  private readonly members: Readonly<Record<string, unknown>>;
  private readonly prefix: string;
  private readonly violations: string[];

  constructor(input: unknown, prefix = '', violations: string[] = []) {
    this.members = wireStructure(input ?? {}, 'Request');
    this.prefix = prefix;
    this.violations = violations;
  }

  has(name: string): boolean {
    return this.members[name] !== undefined && this.members[name] !== null;
  }

  string(name: string): string | undefined {
    return this.has(name) ? wireString(this.members[name]) : undefined;
  }

  boolean(name: string): boolean | undefined {
    return this.has(name) ? wireBoolean(this.members[name]) : undefined;
  }

  list(name: string): readonly unknown[] | undefined {
    return this.has(name) ? wireList(this.members[name]) : undefined;
  }

  map(name: string, javaType: string): Readonly<Record<string, unknown>> | undefined {
    return this.has(name) ? wireMap(this.members[name], javaType) : undefined;
  }

  /** A structure's members, whose broken constraints count to this request's. */
  structure(name: string): RequestReader | undefined {
    if (!this.has(name)) return undefined;
    return new RequestReader(this.members[name], this.path(name), this.violations);
  }

  /** The structures of a list. */
  structures(name: string): readonly RequestReader[] | undefined {
    return this.list(name)?.map(
      (one, at) => new RequestReader(one, `${this.path(name)}.${at + 1}.member`, this.violations),
    );
  }

  /** The structures of a map. */
  entries(name: string, javaType: string): readonly (readonly [string, RequestReader])[] {
    return Object.entries(this.map(name, javaType) ?? {}).map(([key, value]) => [
      key,
      new RequestReader(value, `${this.path(name)}.${key}.member`, this.violations),
    ]);
  }

  /** An item or a key. Checks its values at once, so call it after `check`. */
  item(name: string): Item | undefined {
    return this.has(name) ? normalizeItem(this.members[name]) : undefined;
  }

  oneOf<Value extends string>(name: string, allowed: readonly Value[]): Value | undefined {
    const value = this.string(name);
    if (value !== undefined && !allowed.includes(value as Value)) {
      this.violate(name, value, `Member must satisfy enum value set: [${allowed.join(', ')}]`);
    }
    return value as Value | undefined;
  }

  integer(name: string, least: number, most?: number): number | undefined {
    if (!this.has(name)) return undefined;
    const value = wireInteger(this.members[name]);
    if (value < least) {
      this.violate(name, value, `Member must have value greater than or equal to ${least}`);
    } else if (most !== undefined && value > most) {
      this.violate(name, value, `Member must have value less than or equal to ${most}`);
    }
    return value;
  }

  /** How many members a list or map, or characters a string, may have. */
  length(name: string, least: number, most?: number): void {
    if (!this.has(name)) return;
    const value = this.members[name];
    const length =
      typeof value === 'string' || Array.isArray(value) ? value.length : Object.keys(value as object).length;
    if (length < least) {
      this.violate(name, value, `Member must have length greater than or equal to ${least}`);
    } else if (most !== undefined && length > most) {
      this.violate(name, value, `Member must have length less than or equal to ${most}`);
    }
  }

  required(...names: readonly string[]): void {
    for (const name of names) {
      if (!this.has(name)) this.violate(name, null, 'Member must not be null');
    }
  }

  /** The name of a table; an ARN of a table stands for its name. Throws when it is missing. */
  tableName(name = 'TableName'): string {
    const given = this.string(name);
    if (given === undefined) {
      throw validationError(`The parameter '${name}' is required but was not present in the request`);
    }
    const value = /^arn:[^:]+:dynamodb:[^:]*:\d*:table\/([^/]+)$/.exec(given)?.[1] ?? given;
    if (value.length < 3 || value.length > 255) {
      throw validationError(`${name} must be at least 3 characters long and at most 255 characters long`);
    }
    if (!isName(value)) this.violatePattern(name, value);
    return value;
  }

  /** The name of an index. */
  indexName(): string | undefined {
    const value = this.string('IndexName');
    if (value !== undefined && !isName(value)) this.violatePattern('IndexName', value);
    this.length('IndexName', 3, 255);
    return value;
  }

  /** Throws the named error for parameters from before expressions. */
  refuse(operation: string, replacements: Readonly<Record<string, string>>): void {
    for (const [name, replacement] of Object.entries(replacements)) {
      if (this.has(name)) {
        throw notCovered(
          `the legacy parameter ${name} of DynamoDB's ${operation}`,
          `Use ${replacement} instead.`,
        );
      }
    }
  }

  violate(name: string, value: unknown, constraint: string): void {
    const shown = value === null ? 'null' : `'${describe(value)}'`;
    this.violations.push(
      `Value ${shown} at '${this.path(name)}' failed to satisfy constraint: ${constraint}`,
    );
  }

  /** Throws what was collected, if anything was. */
  check(): void {
    const told = this.violations.slice(0, MAX_VIOLATIONS);
    if (told.length === 0) return;
    const what = told.length === 1 ? 'validation error' : 'validation errors';
    throw validationError(`${told.length} ${what} detected: ${told.join('; ')}`);
  }

  private violatePattern(name: string, value: string): void {
    this.violate(name, value, `Member must satisfy regular expression pattern: ${NAME_PATTERN}`);
  }

  private path(name: string): string {
    const own = `${name[0]!.toLowerCase()}${name.slice(1)}`;
    return this.prefix === '' ? own : `${this.prefix}.${own}`;
  }
}

function isName(value: string): boolean {
  return /^[a-zA-Z0-9_.-]+$/.test(value);
}

/** A value as Java prints it. */
function describe(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(describe).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{${Object.entries(value)
    .map(([name, member]) => `${name}=${describe(member)}`)
    .join(', ')}}`;
}
