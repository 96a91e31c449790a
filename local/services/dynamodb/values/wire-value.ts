import { serializationError } from '../errors.ts';

/** Checks of JSON types, in the words of the wire parser that stands before DynamoDB. */
export function wireString(value: unknown): string {
  if (typeof value === 'string') return value;
  throw mismatch(value, 'String');
}

/** Takes what AWS takes for a boolean: `true`, `"yes"`, `"0"` and the like. */
export function wireBoolean(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') {
    if (/^(true|1|yes)$/i.test(value)) return true;
    if (/^(false|0|no)$/i.test(value)) return false;
    throw serializationError('Unexpected token received from parser');
  }
  throw mismatch(value, 'Boolean');
}

export function wireInteger(value: unknown): number {
  if (typeof value === 'number') return Math.floor(value);
  throw mismatch(value, 'Integer');
}

/** Base64 text. */
export function wireBlob(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') {
    throw serializationError('only base-64-encoded strings are convertible to bytes');
  }
  if (typeof value !== 'string') throw mismatch(value, 'ByteBuffer');
  if (value.length % 4 !== 0) {
    throw serializationError(
      `Base64 encoded length is expected a multiple of 4 bytes but found: ${value.length}`,
    );
  }
  if (Buffer.from(value, 'base64').toString('base64') !== value) {
    throw serializationError('Invalid last non-pad Base64 character dectected');
  }
  return value;
}

export function wireList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'object')
    throw serializationError('Start of structure or map found where not expected');
  throw serializationError('Unexpected field type');
}

/** @param javaType the collection's type in the message, for example `java.lang.String` */
export function wireMap(value: unknown, javaType: string): Readonly<Record<string, unknown>> {
  if (Array.isArray(value)) {
    throw serializationError(
      `Unrecognized collection type java.util.Map<java.lang.String, ${qualified(javaType)}>`,
    );
  }
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  throw serializationError('Unexpected field type');
}

/** @param structure the structure's name in the message, for example `AttributeValue` */
export function wireStructure(value: unknown, structure: string): Readonly<Record<string, unknown>> {
  if (Array.isArray(value)) {
    throw serializationError(`Unrecognized collection type class ${qualified(structure)}`);
  }
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  throw serializationError('Unexpected value type in payload');
}

function qualified(type: string): string {
  return type.includes('.') ? type : `com.amazonaws.dynamodb.v20120810.${type}`;
}

function mismatch(value: unknown, type: string): Error {
  if (Array.isArray(value)) {
    const javaType = type === 'ByteBuffer' ? 'java.nio.ByteBuffer' : `java.lang.${type}`;
    return serializationError(`Unrecognized collection type class ${javaType}`);
  }
  switch (typeof value) {
    case 'boolean':
      return serializationError(`${value ? 'TRUE' : 'FALSE'}_VALUE cannot be converted to ${type}`);
    case 'number':
      return serializationError(
        `${Number.isInteger(value) ? 'NUMBER' : 'DECIMAL'}_VALUE cannot be converted to ${type}`,
      );
    case 'string':
      return serializationError(`STRING_VALUE cannot be converted to ${type}`);
    default:
      return serializationError('Start of structure or map found where not expected');
  }
}
