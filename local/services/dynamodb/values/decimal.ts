import { validationError } from '../errors.ts';

/**
 * A number of DynamoDB: `coefficient × 10^exponent`, exact. The coefficient has no trailing zeros, so that equal
 * numbers have equal members. Up to 38 significant digits, magnitude from 1E-130 to 9.99…E+125.
 */
export interface Decimal {
  readonly coefficient: bigint;
  readonly exponent: number;
}

const MAX_DIGITS = 38;
const MAX_MAGNITUDE = 125;
const MIN_MAGNITUDE = -130;
const ZERO: Decimal = { coefficient: 0n, exponent: 0 };
const SHAPE = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,6}))?$/;
/** Text that is canonical already: most numbers that are sent. */
const PLAIN_INTEGER = /^(?:0|-?[1-9]\d{0,37})$/;

/** Reads a number, or throws the ValidationException that says what is wrong with it. */
export function parseDecimal(text: string): Decimal {
  if (text.trim() === '') throw validationError('The parameter cannot be converted to a numeric value');
  const parts = SHAPE.exec(text);
  const digits = parts ? `${parts[2] ?? ''}${parts[3] ?? ''}` : '';
  if (!parts || digits === '') {
    throw validationError(`The parameter cannot be converted to a numeric value: ${text}`);
  }
  // More leading or trailing zeros than any number needs would make BigInt work for nothing.
  const significant = digits.replace(/^0+/, '').replace(/0+$/, '');
  if (significant === '') return ZERO;
  const trailingZeros = digits.length - digits.replace(/0+$/, '').length;
  const exponent = Number(parts[4] ?? 0) - (parts[3]?.length ?? 0) + trailingZeros;
  checkRange(significant.length, exponent);
  return { coefficient: BigInt(parts[1] === '-' ? `-${significant}` : significant), exponent };
}

/** The text that DynamoDB answers for a number: plain digits, no exponent, no superfluous zeros. */
export function formatDecimal({ coefficient, exponent }: Decimal): string {
  const sign = coefficient < 0n ? '-' : '';
  const digits = (coefficient < 0n ? -coefficient : coefficient).toString();
  if (exponent >= 0) return `${sign}${digits}${'0'.repeat(exponent)}`;
  const point = digits.length + exponent;
  if (point > 0) return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
  return `${sign}0.${'0'.repeat(-point)}${digits}`;
}

/** Any number's text in canonical form; throws as `parseDecimal` does. */
export function canonicalNumber(text: string): string {
  return PLAIN_INTEGER.test(text) ? text : formatDecimal(parseDecimal(text));
}

/** Exact sum; throws when it has more digits or a larger magnitude than DynamoDB keeps. */
export function addDecimals(left: Decimal, right: Decimal): Decimal {
  const exponent = Math.min(left.exponent, right.exponent);
  return normalize(scaled(left, exponent) + scaled(right, exponent), exponent);
}

export function negateDecimal({ coefficient, exponent }: Decimal): Decimal {
  return { coefficient: -coefficient, exponent };
}

/** Negative, zero or positive, as sort functions take it. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const exponent = Math.min(left.exponent, right.exponent);
  const difference = scaled(left, exponent) - scaled(right, exponent);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function scaled(value: Decimal, exponent: number): bigint {
  return value.coefficient * 10n ** BigInt(value.exponent - exponent);
}

function normalize(coefficient: bigint, exponent: number): Decimal {
  if (coefficient === 0n) return ZERO;
  const digits = (coefficient < 0n ? -coefficient : coefficient).toString();
  const significant = digits.replace(/0+$/, '');
  const zeros = digits.length - significant.length;
  checkRange(significant.length, exponent + zeros);
  return { coefficient: coefficient / 10n ** BigInt(zeros), exponent: exponent + zeros };
}

function checkRange(digits: number, exponent: number): void {
  const magnitude = exponent + digits - 1;
  if (magnitude > MAX_MAGNITUDE) {
    throw validationError(
      'Number overflow. Attempting to store a number with magnitude larger than supported range',
    );
  }
  if (magnitude < MIN_MAGNITUDE) {
    throw validationError(
      'Number underflow. Attempting to store a number with magnitude smaller than supported range',
    );
  }
  if (digits > MAX_DIGITS) {
    throw validationError('Attempting to store more than 38 significant digits in a Number');
  }
}
