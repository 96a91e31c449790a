import { isRecord, jsonEqual, setKey } from '../../util/json.ts';
import { toText } from './text.ts';

type MapMethod = (self: Record<string, unknown>, ...args: readonly unknown[]) => unknown;

/** The methods of `java.util.LinkedHashMap` that templates call; they change the map in place as Java's do. */
export const mapMethods: ReadonlyMap<string, MapMethod> = new Map<string, MapMethod>([
  ['get', (self, key) => read(self, key)],
  ['getOrDefault', (self, key, fallback) => (has(self, key) ? read(self, key) : fallback)],
  ['put', put],
  [
    'putAll',
    (self, other) =>
      void (isRecord(other) && Object.keys(other).forEach((key) => put(self, key, other[key]))),
  ],
  ['putIfAbsent', (self, key, value) => read(self, key) ?? put(self, key, value)],
  ['remove', remove],
  ['clear', (self) => void Object.keys(self).forEach((key) => delete self[key])],
  ['size', (self) => Object.keys(self).length],
  ['isEmpty', (self) => Object.keys(self).length === 0],
  ['containsKey', (self, key) => has(self, key)],
  ['containsValue', (self, value) => Object.values(self).some((other) => jsonEqual(other, value))],
  ['keySet', (self) => Object.keys(self)],
  ['values', (self) => Object.values(self)],
  ['entrySet', (self) => Object.entries(self).map(([key, value]) => ({ key, value }))],
  ['equals', (self, other) => jsonEqual(self, other)],
  ['toString', (self) => toText(self)],
]);

function has(self: Record<string, unknown>, key: unknown): boolean {
  return Object.hasOwn(self, toText(key));
}

function read(self: Record<string, unknown>, key: unknown): unknown {
  return has(self, key) ? self[toText(key)] : undefined;
}

function put(self: Record<string, unknown>, key: unknown, value: unknown): unknown {
  const before = read(self, key);
  setKey(self, toText(key), value ?? null);
  return before;
}

function remove(self: Record<string, unknown>, key: unknown): unknown {
  const before = read(self, key);
  delete self[toText(key)];
  return before;
}
