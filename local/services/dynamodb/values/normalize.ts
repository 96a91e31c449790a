import { validationError } from '../errors.ts';
import { ATTRIBUTE_TYPES, type AttributeType, type AttributeValue, type Item } from './attribute-value.ts';
import { compareBase64, compareText } from './compare.ts';
import { canonicalNumber, compareDecimals, parseDecimal } from './decimal.ts';
import { wireBlob, wireBoolean, wireList, wireMap, wireString, wireStructure } from './wire-value.ts';

const MAX_DEPTH = 32;

/**
 * Checks an item as it came over the wire and answers it in the one form that is stored: numbers canonical, sets
 * sorted, nothing but known members. Throws SerializationException or ValidationException.
 */
export function normalizeItem(input: unknown): Item {
  return normalizeMap(input, 0);
}

/** The same for one value. */
export function normalizeValue(input: unknown): AttributeValue {
  return normalizeNested(input, 0);
}

function normalizeMap(input: unknown, depth: number): Item {
  const entries: [string, AttributeValue][] = [];
  for (const [name, value] of Object.entries(wireMap(input, 'AttributeValue'))) {
    if (value === null) continue;
    if (name === '') throw validationError('One or more parameter values were invalid: Empty attribute name');
    entries.push([name, normalizeNested(value, depth)]);
  }
  // Not by assignment: an attribute may be named `__proto__`.
  return Object.fromEntries(entries);
}

function normalizeNested(input: unknown, depth: number): AttributeValue {
  const members = Object.entries(wireStructure(input, 'AttributeValue')).filter(
    ([type, value]) => ATTRIBUTE_TYPES.has(type) && value !== null,
  );
  const [first] = members;
  if (!first) {
    throw validationError(
      'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes',
    );
  }
  const value = normalizeMember(first[0] as AttributeType, first[1], depth);
  if (members.length > 1) {
    throw validationError(
      'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
    );
  }
  return value;
}

function normalizeMember(type: AttributeType, value: unknown, depth: number): AttributeValue {
  switch (type) {
    case 'S':
      return { S: wireString(value) };
    case 'N':
      return { N: canonicalNumber(wireString(value)) };
    case 'B':
      return { B: wireBlob(value) };
    case 'BOOL':
      return { BOOL: wireBoolean(value) };
    case 'NULL':
      if (!wireBoolean(value)) {
        throw validationError(
          'One or more parameter values were invalid: Null attribute value types must have the value of true',
        );
      }
      return { NULL: true };
    case 'M':
      checkDepth(depth + 1);
      return { M: normalizeMap(value, depth + 1) };
    case 'L':
      checkDepth(depth + 1);
      return { L: wireList(value).map((element) => normalizeNested(element, depth + 1)) };
    default:
      return normalizeSet(type, value);
  }
}

function normalizeSet(type: 'SS' | 'NS' | 'BS', value: unknown): AttributeValue {
  const list = wireList(value);
  if (list.length === 0) {
    const what = {
      SS: 'An string set  may not be empty',
      NS: 'An number set  may not be empty',
      BS: 'Binary sets should not be empty',
    }[type];
    throw validationError(`One or more parameter values were invalid: ${what}`);
  }
  if (type === 'SS') {
    const texts = list.map(wireString);
    if (new Set(texts).size < texts.length)
      throw duplicates(`Input collection [${texts.join(', ')}] contains duplicates.`);
    return { SS: texts.sort(compareText) };
  }
  if (type === 'BS') {
    const blobs = list.map(wireBlob);
    if (new Set(blobs).size < blobs.length) {
      throw duplicates(`Input collection [${blobs.join(', ')}]of type BS contains duplicates.`);
    }
    return { BS: blobs.sort(compareBase64) };
  }
  const numbers = list.map((number) => canonicalNumber(wireString(number)));
  if (new Set(numbers).size < numbers.length) throw validationError('Input collection contains duplicates');
  return { NS: sortNumbers(numbers) };
}

/** Canonical numbers in ascending order. */
export function sortNumbers(numbers: readonly string[]): string[] {
  return numbers
    .map((text) => ({ text, decimal: parseDecimal(text) }))
    .sort((left, right) => compareDecimals(left.decimal, right.decimal))
    .map(({ text }) => text);
}

/** Throws when documents are nested deeper than DynamoDB keeps them. */
function checkDepth(depth: number): void {
  if (depth >= MAX_DEPTH) {
    throw validationError(
      `Nesting Levels have exceeded supported limits: Attributes have nesting levels deeper than ${MAX_DEPTH}`,
    );
  }
}

function duplicates(what: string): Error {
  return validationError(`One or more parameter values were invalid: ${what}`);
}
