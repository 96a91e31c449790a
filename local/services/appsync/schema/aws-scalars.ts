import { GraphQLScalarType, Kind, type ValueNode } from 'graphql16';
import { SCALAR_RULES, type ScalarRule } from './scalar-rules.ts';

/** A value that a scalar refuses, in AppSync's words. */
export class ScalarError extends Error {
  override readonly name = 'ScalarError';
}

function textOf(node: ValueNode): unknown {
  return node.kind === Kind.STRING ? node.value : node.kind === Kind.INT ? Number(node.value) : undefined;
}

function textScalar(rule: ScalarRule): GraphQLScalarType {
  const read = (value: unknown): string => {
    if (typeof value !== 'string' || !rule.valid(value)) {
      throw new ScalarError(`Unable to parse \`${String(value)}\` as a valid ${rule.called}.`);
    }
    return value;
  };
  return new GraphQLScalarType({
    name: rule.name,
    serialize(value) {
      if (typeof value === 'string' && rule.valid(value)) return value;
      const shown = typeof value === 'string' ? value : JSON.stringify(value);
      throw new ScalarError(`Unable to serialize \`${shown}\` as a valid ${rule.calledOut}.`);
    },
    parseValue: read,
    parseLiteral: (node) => read(textOf(node)),
  });
}

function timestampScalar(): GraphQLScalarType {
  const check = (value: unknown, verb: string): number => {
    const seconds = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
    if (Number.isSafeInteger(seconds)) return seconds as number;
    throw new ScalarError(`Unable to ${verb} \`${String(value)}\` as a valid timestamp.`);
  };
  return new GraphQLScalarType({
    name: 'AWSTimestamp',
    serialize: (value) => check(value, 'serialize'),
    parseValue: (value) => check(value, 'parse'),
    parseLiteral: (node) => check(node.kind === Kind.INT ? Number(node.value) : undefined, 'parse'),
  });
}

/** Resolvers see the parsed value; clients send and get JSON text. A string that a resolver returns is a JSON string. */
function jsonScalar(): GraphQLScalarType {
  const read = (value: unknown): unknown => {
    try {
      if (typeof value === 'string') return JSON.parse(value);
    } catch {
      // told below, in AppSync's words
    }
    throw new ScalarError(`Unable to parse \`${String(value)}\` as valid JSON.`);
  };
  return new GraphQLScalarType({
    name: 'AWSJSON',
    serialize: (value) => JSON.stringify(value),
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
  });
}

/** AppSync's scalars by name. */
export const AWS_SCALARS: ReadonlyMap<string, GraphQLScalarType> = new Map(
  [...SCALAR_RULES.map(textScalar), timestampScalar(), jsonScalar()].map((scalar) => [scalar.name, scalar]),
);
