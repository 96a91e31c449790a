import { javaRegExp, javaReplacement } from '../../util/java-regexp.ts';
import { toText } from './text.ts';

type StringMethod = (self: string, ...args: readonly unknown[]) => unknown;

/** The methods of `java.lang.String` that templates call. */
export const stringMethods: ReadonlyMap<string, StringMethod> = new Map<string, StringMethod>([
  ['length', (self) => self.length],
  ['isEmpty', (self) => self === ''],
  ['isBlank', (self) => self.trim() === ''],
  ['charAt', (self, index) => self.charAt(Number(index))],
  ['codePointAt', (self, index) => self.codePointAt(Number(index))],
  ['compareTo', (self, other) => compare(self, toText(other))],
  ['compareToIgnoreCase', (self, other) => compare(self.toLowerCase(), toText(other).toLowerCase())],
  ['concat', (self, other) => self + toText(other)],
  ['contains', (self, part) => self.includes(toText(part))],
  ['startsWith', (self, part, from) => self.startsWith(toText(part), from === undefined ? 0 : Number(from))],
  ['endsWith', (self, part) => self.endsWith(toText(part))],
  ['equals', (self, other) => self === other],
  ['contentEquals', (self, other) => self === toText(other)],
  [
    'equalsIgnoreCase',
    (self, other) => typeof other === 'string' && self.toLowerCase() === other.toLowerCase(),
  ],
  ['indexOf', (self, part, from) => self.indexOf(charOrText(part), from === undefined ? 0 : Number(from))],
  [
    'lastIndexOf',
    (self, part, from) =>
      self.lastIndexOf(charOrText(part), from === undefined ? Number.POSITIVE_INFINITY : Number(from)),
  ],
  ['matches', (self, pattern) => javaRegExp(`^(?:${toText(pattern)})$`).test(self)],
  ['replace', (self, from, to) => self.split(toText(from)).join(toText(to))],
  [
    'replaceAll',
    (self, pattern, to) => self.replace(javaRegExp(toText(pattern), 'g'), javaReplacement(toText(to))),
  ],
  [
    'replaceFirst',
    (self, pattern, to) => self.replace(javaRegExp(toText(pattern)), javaReplacement(toText(to))),
  ],
  ['split', (self, pattern, limit) => split(self, toText(pattern), limit === undefined ? 0 : Number(limit))],
  [
    'substring',
    (self, from, to) => substring(self, Number(from), to === undefined ? self.length : Number(to)),
  ],
  ['subSequence', (self, from, to) => substring(self, Number(from), Number(to))],
  ['toLowerCase', (self) => self.toLowerCase()],
  ['toUpperCase', (self) => self.toUpperCase()],
  ['trim', (self) => self.trim()],
  ['strip', (self) => self.trim()],
  ['repeat', (self, count) => self.repeat(Number(count))],
  ['toString', (self) => self],
  ['intern', (self) => self],
  ['toCharArray', (self) => self.split('')],
  ['hashCode', (self) => hashCode(self)],
]);

function compare(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const difference = a.charCodeAt(index) - b.charCodeAt(index);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function charOrText(part: unknown): string {
  return typeof part === 'number' ? String.fromCodePoint(part) : toText(part);
}

function substring(self: string, from: number, to: number): string {
  if (from < 0 || to > self.length || from > to) {
    throw new RangeError(`begin ${from}, end ${to}, length ${self.length}`);
  }
  return self.slice(from, to);
}

/** Java's split: a regular expression, and without a limit no empty strings at the end. */
function split(self: string, pattern: string, limit: number): string[] {
  const separator = javaRegExp(pattern, 'g');
  const parts: string[] = [];
  let start = 0;
  for (const match of self.matchAll(separator)) {
    if (limit > 0 && parts.length === limit - 1) break;
    const end = match.index + match[0].length;
    if (end === 0 || (match[0] === '' && match.index >= self.length)) continue;
    parts.push(self.slice(start, match.index));
    start = end;
  }
  parts.push(self.slice(start));
  if (limit === 0) while (parts.length > 1 && parts.at(-1) === '') parts.pop();
  return parts;
}

function hashCode(self: string): number {
  let hash = 0;
  for (let index = 0; index < self.length; index++) hash = (Math.imul(31, hash) + self.charCodeAt(index)) | 0;
  return hash;
}
