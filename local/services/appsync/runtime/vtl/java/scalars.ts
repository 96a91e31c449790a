import { toText } from './text.ts';

type NumberMethod = (self: number, ...args: readonly unknown[]) => unknown;
type BooleanMethod = (self: boolean, ...args: readonly unknown[]) => unknown;

/** Methods of Java's numbers; statics such as `parseInt` are called on any number, a common trick in templates. */
export const numberMethods: ReadonlyMap<string, NumberMethod> = new Map<string, NumberMethod>([
  ['intValue', (self) => Math.trunc(self)],
  ['longValue', (self) => Math.trunc(self)],
  ['doubleValue', (self) => self],
  ['floatValue', (self) => self],
  ['compareTo', (self, other) => Math.sign(self - Number(other))],
  ['equals', (self, other) => self === other],
  ['toString', (self, value) => toText(value ?? self)],
  ['hashCode', (self) => Math.trunc(self)],
  ['parseInt', (_, text) => integer(text)],
  ['parseLong', (_, text) => integer(text)],
  ['parseDouble', (_, text) => decimal(text)],
  ['parseFloat', (_, text) => decimal(text)],
  ['valueOf', (_, text) => decimal(text)],
  ['max', (_, a, b) => Math.max(Number(a), Number(b))],
  ['min', (_, a, b) => Math.min(Number(a), Number(b))],
]);

export const booleanMethods: ReadonlyMap<string, BooleanMethod> = new Map<string, BooleanMethod>([
  ['booleanValue', (self) => self],
  ['equals', (self, other) => self === other],
  ['compareTo', (self, other) => Number(self) - Number(other)],
  ['toString', (self) => String(self)],
  ['parseBoolean', (_, text) => toText(text).toLowerCase() === 'true'],
]);

function integer(text: unknown): number {
  if (!/^[+-]?\d+$/.test(toText(text))) throw new RangeError(`For input string: "${toText(text)}"`);
  return Number(text);
}

function decimal(text: unknown): number {
  const value = Number(toText(text));
  if (toText(text).trim() === '' || Number.isNaN(value))
    throw new RangeError(`For input string: "${toText(text)}"`);
  return value;
}
