import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AttributeValue } from '../values/attribute-value.ts';
import { compareValues } from '../values/compare.ts';
import { canonicalNumber } from '../values/decimal.ts';
import { encodeKeyPart, encodeKeyPrefix, successor } from './encoding.ts';

const number = fc
  .tuple(fc.bigInt({ min: -(10n ** 37n), max: 10n ** 37n }), fc.integer({ min: -90, max: 80 }))
  .map(([digits, exponent]): AttributeValue => ({ N: canonicalNumber(`${digits}e${exponent}`) }));
const text = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('\0', '\u0001', 'a', 'ÿ', '😀', '￿') }),
  )
  .map((S): AttributeValue => ({ S }));
const binary = fc
  .uint8Array({ maxLength: 6 })
  .map((bytes): AttributeValue => ({ B: Buffer.from(bytes).toString('base64') }));

test.each([
  ['numbers', number],
  ['strings', text],
  ['binaries', binary],
])('%s are ordered by their encodings', (_, values) => {
  fc.assert(
    fc.property(values, values, (left, right) => {
      const order = Buffer.compare(encodeKeyPart(left), encodeKeyPart(right));
      expect(Math.sign(order)).toBe(Math.sign(compareValues(left, right)!));
    }),
    { numRuns: 500 },
  );
});

test('no encoding is the beginning of another', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.tuple(number, number), fc.tuple(text, text), fc.tuple(binary, binary)),
      ([left, right]) => {
        const [a, b] = [encodeKeyPart(left), encodeKeyPart(right)];
        fc.pre(!a.equals(b));
        expect(b.subarray(0, a.length).equals(a)).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});

test('a prefix covers what begins with it and nothing else', () => {
  fc.assert(
    fc.property(binary, binary, (whole, start) => {
      const encoded = encodeKeyPart(whole);
      const lower = encodeKeyPrefix(start);
      const upper = successor(lower);
      const covered = Buffer.compare(encoded, lower) >= 0 && (!upper || Buffer.compare(encoded, upper) < 0);
      const [bytes, first] = [whole, start].map((value) => Buffer.from((value as { B: string }).B, 'base64'));
      expect(covered).toBe(bytes!.subarray(0, first!.length).equals(first!));
    }),
    { numRuns: 500 },
  );
});

test('nothing follows the last bytes', () => {
  expect(successor(Buffer.of(1, 0xff))).toEqual(Buffer.of(2));
  expect(successor(Buffer.of(0xff, 0xff))).toBeUndefined();
});
