import { describe, expect, test } from 'vitest';
import { normalizeItem, normalizeValue } from './normalize.ts';

test('every type is kept, in its canonical form', () => {
  expect(
    normalizeItem({
      s: { S: '' },
      n: { N: '01.50' },
      b: { B: 'AQI=' },
      yes: { BOOL: true },
      nil: { NULL: true },
      m: { M: { a: { N: '1.0' }, e: { M: {} } } },
      l: { L: [{ S: 'x' }, { L: [] }] },
      ss: { SS: ['b', 'a', ''] },
      ns: { NS: ['10', '9', '-1.0'] },
      bs: { BS: ['AQ==', 'AA=='] },
    }),
  ).toEqual({
    s: { S: '' },
    n: { N: '1.5' },
    b: { B: 'AQI=' },
    yes: { BOOL: true },
    nil: { NULL: true },
    m: { M: { a: { N: '1' }, e: { M: {} } } },
    l: { L: [{ S: 'x' }, { L: [] }] },
    ss: { SS: ['', 'a', 'b'] },
    ns: { NS: ['-1', '9', '10'] },
    bs: { BS: ['AA==', 'AQ=='] },
  });
});

test('attributes may have the names of what every object has', () => {
  const item = normalizeItem(JSON.parse('{"__proto__":{"S":"a"},"constructor":{"S":"b"}}'));
  expect(Object.entries(item)).toEqual([
    ['__proto__', { S: 'a' }],
    ['constructor', { S: 'b' }],
  ]);
});

describe('validation', () => {
  test.each<[unknown, string]>([
    [{}, 'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes'],
    [{ Q: '1' }, 'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes'],
    [
      { S: 'a', N: '1' },
      'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
    ],
    [
      { NULL: false },
      'One or more parameter values were invalid: Null attribute value types must have the value of true',
    ],
    [{ SS: [] }, 'One or more parameter values were invalid: An string set  may not be empty'],
    [{ NS: [] }, 'One or more parameter values were invalid: An number set  may not be empty'],
    [{ BS: [] }, 'One or more parameter values were invalid: Binary sets should not be empty'],
    [
      { SS: ['a', 'a'] },
      'One or more parameter values were invalid: Input collection [a, a] contains duplicates.',
    ],
    [{ NS: ['1', '1.0'] }, 'Input collection contains duplicates'],
    [{ L: [{ M: { a: {} } }] }, 'Supplied AttributeValue is empty'],
  ])('%j', (value, message) => {
    expect(() => normalizeValue(value)).toThrow(message);
  });

  test('documents deeper than 32 levels', () => {
    const nested = (levels: number): unknown => (levels === 0 ? { S: 'x' } : { L: [nested(levels - 1)] });
    expect(normalizeValue(nested(31))).toBeDefined();
    expect(() => normalizeValue(nested(32))).toThrow('Nesting Levels have exceeded supported limits');
  });
});

describe('serialization', () => {
  test.each<[unknown, string]>([
    [{ S: 1 }, 'NUMBER_VALUE cannot be converted to String'],
    [{ N: 1.5 }, 'DECIMAL_VALUE cannot be converted to String'],
    [{ S: true }, 'TRUE_VALUE cannot be converted to String'],
    [{ S: ['a'] }, 'Unrecognized collection type class java.lang.String'],
    [{ B: 'abc' }, 'Base64 encoded length is expected a multiple of 4 bytes but found: 3'],
    [{ B: 'ab!=' }, 'Invalid last non-pad Base64 character dectected'],
    [{ BOOL: 'maybe' }, 'Unexpected token received from parser'],
    [{ L: {} }, 'Start of structure or map found where not expected'],
    ['text', 'Unexpected value type in payload'],
  ])('%j', (value, message) => {
    expect(() => normalizeValue(value)).toThrow(
      expect.objectContaining({ code: 'SerializationException', message }),
    );
  });
});
