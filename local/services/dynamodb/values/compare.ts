import type { AttributeValue } from './attribute-value.ts';
import { typeOf } from './attribute-value.ts';
import { compareDecimals, parseDecimal } from './decimal.ts';

/** Strings are ordered by their UTF-8 bytes, which is by code points and not by UTF-16 units. */
export function compareText(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

export function compareBase64(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left, 'base64'), Buffer.from(right, 'base64'));
}

/** The order of two values, or undefined when they have none: types differ, or are not S, N or B. */
export function compareValues(left: AttributeValue, right: AttributeValue): number | undefined {
  if ('S' in left && 'S' in right) return compareText(left.S, right.S);
  if ('N' in left && 'N' in right) return compareDecimals(parseDecimal(left.N), parseDecimal(right.N));
  if ('B' in left && 'B' in right) return compareBase64(left.B, right.B);
  return undefined;
}

/** Whether two normalized values are the same: sets without regard to order, documents in depth. */
export function equalValues(left: AttributeValue, right: AttributeValue): boolean {
  if (typeOf(left) !== typeOf(right)) return false;
  if ('M' in left && 'M' in right) return equalItems(left.M, right.M);
  if ('L' in left && 'L' in right) {
    const other = right.L;
    return left.L.length === other.length && left.L.every((one, at) => equalValues(one, other[at]!));
  }
  // Scalars and sets are kept in one canonical form.
  return JSON.stringify(left) === JSON.stringify(right);
}

export function equalItems(
  left: Readonly<Record<string, AttributeValue>>,
  right: Readonly<Record<string, AttributeValue>>,
): boolean {
  const names = Object.keys(left);
  if (names.length !== Object.keys(right).length) return false;
  return names.every((name) => Object.hasOwn(right, name) && equalValues(left[name]!, right[name]!));
}
