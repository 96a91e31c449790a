import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDecimals, canonicalNumber, compareDecimals, formatDecimal, parseDecimal } from './decimal.ts';

describe('canonical numbers', () => {
  test.each([
    ['0', '0'],
    ['-0', '0'],
    ['+0012.500', '12.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['123E-3', '0.123'],
    ['1e3', '1000'],
    ['-1.0', '-1'],
    ['0.000', '0'],
    ['99999999999999999999999999999999999999', '99999999999999999999999999999999999999'],
    ['1e125', `1${'0'.repeat(125)}`],
    ['1e-130', `0.${'0'.repeat(129)}1`],
  ])('%s is %s', (text, canonical) => {
    expect(canonicalNumber(text)).toBe(canonical);
  });

  test.each([
    ['abc', 'The parameter cannot be converted to a numeric value: abc'],
    ['1 ', 'The parameter cannot be converted to a numeric value: 1 '],
    ['1e', 'The parameter cannot be converted to a numeric value: 1e'],
    ['.', 'The parameter cannot be converted to a numeric value: .'],
    ['NaN', 'The parameter cannot be converted to a numeric value: NaN'],
    ['', 'The parameter cannot be converted to a numeric value'],
    ['1e126', 'Number overflow. Attempting to store a number with magnitude larger than supported range'],
    ['1e-131', 'Number underflow. Attempting to store a number with magnitude smaller than supported range'],
    [`1${'0'.repeat(37)}1`, 'Attempting to store more than 38 significant digits in a Number'],
  ])('%j is refused', (text, message) => {
    expect(() => canonicalNumber(text)).toThrow(message);
  });
});

test('sums have no float drift', () => {
  expect(formatDecimal(addDecimals(parseDecimal('0.1'), parseDecimal('0.2')))).toBe('0.3');
  expect(formatDecimal(addDecimals(parseDecimal('9007199254740993'), parseDecimal('2')))).toBe(
    '9007199254740995',
  );
  expect(formatDecimal(addDecimals(parseDecimal('1.5'), parseDecimal('-1.5')))).toBe('0');
});

test('a sum with too many digits is refused, not rounded', () => {
  expect(() => addDecimals(parseDecimal('1e30'), parseDecimal('1e-30'))).toThrow(
    'Attempting to store more than 38 significant digits in a Number',
  );
});

test('integers are added and compared as bigint does', () => {
  const integer = fc.bigInt({ min: -(10n ** 36n), max: 10n ** 36n });
  fc.assert(
    fc.property(integer, integer, (left, right) => {
      const [a, b] = [parseDecimal(String(left)), parseDecimal(String(right))];
      expect(formatDecimal(addDecimals(a, b))).toBe(String(left + right));
      expect(Math.sign(compareDecimals(a, b))).toBe(left < right ? -1 : left > right ? 1 : 0);
    }),
  );
});
