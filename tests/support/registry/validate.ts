import type { PropertyType, Resource, ResourceProperties, SpecDatabase } from '@aws-cdk/service-spec-types';
import type { FoundResource } from '../templates.ts';

type Value = unknown;

/**
 * What is wrong with the properties of a resource, held against the CloudFormation registry's schema of its type: names
 * that don't exist, required ones that are missing, values of another type. Intrinsic functions count as any value.
 * @returns one line for each problem, with the path; a type that the registry doesn't know is a problem too
 */
export function registryProblems(db: SpecDatabase, resource: FoundResource): string[] {
  const [type] = db.lookup('resource', 'cloudFormationType', 'equals', resource.Type);
  if (!type) return [`${resource.Type} is not in the registry`];
  return new Checker(db).object(type, resource.Properties, resource.logicalId);
}

class Checker {
  private readonly db: SpecDatabase;

  constructor(db: SpecDatabase) {
    this.db = db;
  }

  object({ properties }: Pick<Resource, 'properties'>, value: Record<string, Value>, path: string): string[] {
    return [...missing(properties, value, path), ...this.known(properties, value, path)];
  }

  private known(properties: ResourceProperties, value: Record<string, Value>, path: string): string[] {
    return Object.entries(value).flatMap(([name, one]) => {
      const property = properties[name];
      if (!property) return [`${path}.${name} does not exist`];
      return this.anyOf([property.type, ...(property.previousTypes ?? [])], one, `${path}.${name}`);
    });
  }

  /** The problems with the type that fits best. */
  private anyOf(types: readonly PropertyType[], value: Value, path: string): string[] {
    // Some lists may also be given as free JSON; nobody does, and it would let everything pass.
    const lists = types.filter(({ type }) => type === 'array');
    const attempts = (lists.length > 0 ? lists : types).map((type) => this.value(type, value, path));
    return attempts.reduce((best, one) => (one.length < best.length ? one : best));
  }

  private value(type: PropertyType, value: Value, path: string): string[] {
    if (isIntrinsic(value)) return [];
    switch (type.type) {
      case 'json':
        return [];
      case 'union':
        return this.anyOf(type.types, value, path);
      case 'array':
        if (!Array.isArray(value)) return [`${path} must be a list`];
        return value.flatMap((one, index) => this.value(type.element, one, `${path}[${index}]`));
      case 'map':
        if (!isObject(value)) return [`${path} must be a map`];
        return Object.entries(value).flatMap(([key, one]) => this.value(type.element, one, `${path}.${key}`));
      case 'tag':
        return isObject(value) && 'Key' in value && 'Value' in value ? [] : [`${path} must be a tag`];
      case 'ref':
        if (!isObject(value)) return [`${path} must be an object`];
        return this.object(this.db.get('typeDefinition', type.reference), value, path);
      default:
        return scalarProblems(type, value).map((problem) => `${path} ${problem}`);
    }
  }
}

function missing(properties: ResourceProperties, value: Record<string, Value>, path: string): string[] {
  return Object.entries(properties)
    .filter(([name, property]) => property.required && !(name in value))
    .map(([name]) => `${path}.${name} is required`);
}

function isObject(value: Value): value is Record<string, Value> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isIntrinsic(value: Value): boolean {
  if (!isObject(value)) return false;
  const keys = Object.keys(value);
  return keys.length === 1 && /^(Ref|Fn::.+)$/.test(keys[0]!);
}

function scalarProblems(type: PropertyType, value: Value): string[] {
  const is = `and is ${JSON.stringify(value)?.slice(0, 80)}`;
  if (!isScalar(type.type, value)) return [`must be of type ${type.type}, ${is}`];
  const allowed = 'allowedValues' in type ? type.allowedValues?.map(String) : undefined;
  return allowed && !allowed.includes(String(value)) ? [`must be one of ${allowed.join(', ')}, ${is}`] : [];
}

/** CloudFormation reads «"5"» where a number is wanted, «"true"» where a boolean is. */
function isScalar(type: string, value: Value): boolean {
  switch (type) {
    case 'string':
    case 'date-time':
      return typeof value === 'string';
    case 'number':
    case 'integer':
      return Number.isFinite(Number(value)) && value !== '' && typeof value !== 'boolean';
    case 'boolean':
      return typeof value === 'boolean' || value === 'true' || value === 'false';
    default:
      return false;
  }
}
