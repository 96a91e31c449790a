import { expect, test } from 'vitest';
import { AWS_SCALARS } from './aws-scalars.ts';

const GOOD: Record<string, unknown[]> = {
  AWSDate: ['2020-02-29', '1970-01-01Z', '1970-01-01-07:00', '1970-01-01+05:30'],
  AWSTime: ['12:30', '12:30Z', '12:30:24-07:00', '12:30:24.500+05:30', '23:59:59.123456789'],
  AWSDateTime: ['2020-01-01T00:00Z', '2020-01-01T20:00:01.5+00:00', '1970-01-01T00:00:00.000-07:00'],
  AWSTimestamp: [0, -5, 1700000000],
  AWSEmail: ['a@b.example', 'first.last+tag@sub.example.org'],
  AWSURL: ['https://example.org/x?y#z', 'mailto:a@b.example'],
  AWSPhone: ['+1 555 555 0100', '(206) 555-0100', '+4915112345678'],
  AWSIPAddress: ['127.0.0.1', '::1', '10.0.0.0/8'],
};

const BAD: Record<string, unknown[]> = {
  AWSDate: ['2021-02-29', '2020-1-1', '2020-01-01T00:00Z', 1, ''],
  AWSTime: ['24:00', '12', '12:30+25:00', 'noon'],
  AWSDateTime: ['2020-01-01', '2020-01-01T00:00', '2020-13-01T00:00Z', '2020-05-23T06:4:37.000Z'],
  AWSTimestamp: [1.5, 'soon', null],
  AWSEmail: ['a', 'a@', '@b', 'a b@c.example'],
  AWSURL: ['example.org', '//x'],
  AWSPhone: ['1110004444', '12', '+0123456789'],
  AWSIPAddress: ['256.0.0.1', '10.0.0.0/33', 'localhost'],
};

const cases = (from: Record<string, unknown[]>) =>
  Object.entries(from).flatMap(([name, all]) => all.map((one) => [name, one] as const));

test.each(cases(GOOD))('%s takes %j', (name, value) => {
  const scalar = AWS_SCALARS.get(name)!;
  expect(scalar.parseValue(value)).toBe(value);
  expect(scalar.serialize(value)).toBe(value);
});

test.each(cases(BAD))('%s refuses %j', (name, value) => {
  const scalar = AWS_SCALARS.get(name)!;
  expect(() => scalar.parseValue(value)).toThrow(/^Unable to parse `.*` as a valid /);
  expect(() => scalar.serialize(value)).toThrow(/^Unable to serialize `.*` as a valid /);
});

test('AWSJSON is text outside and a value inside', () => {
  const json = AWS_SCALARS.get('AWSJSON')!;
  expect(json.parseValue('{"a":[1]}')).toEqual({ a: [1] });
  expect(json.serialize({ a: [1] })).toBe('{"a":[1]}');
  expect(json.serialize('text')).toBe('"text"');
  expect(() => json.parseValue('text')).toThrow('Unable to parse `text` as valid JSON.');
  expect(() => json.parseValue({ a: 1 })).toThrow('as valid JSON.');
});
