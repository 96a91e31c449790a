import { jsonEqual } from '../../util/json.ts';
import { toText } from './text.ts';

type ListMethod = (self: unknown[], ...args: readonly unknown[]) => unknown;

/** The methods of `java.util.ArrayList` that templates call; they change the list in place as Java's do. */
export const listMethods: ReadonlyMap<string, ListMethod> = new Map<string, ListMethod>([
  ['size', (self) => self.length],
  ['isEmpty', (self) => self.length === 0],
  ['get', (self, index) => self[checked(self, index)]],
  ['set', (self, index, value) => self.splice(checked(self, index), 1, value)[0]],
  ['add', add],
  ['addAll', addAll],
  ['remove', remove],
  ['removeAll', (self, items) => keep(self, (item) => !includes(asList(items), item))],
  ['retainAll', (self, items) => keep(self, (item) => includes(asList(items), item))],
  ['clear', (self) => void self.splice(0)],
  ['contains', (self, item) => includes(self, item)],
  ['containsAll', (self, items) => asList(items).every((item) => includes(self, item))],
  ['indexOf', (self, item) => self.findIndex((other) => jsonEqual(item, other))],
  ['lastIndexOf', (self, item) => self.findLastIndex((other) => jsonEqual(item, other))],
  ['subList', (self, from, to) => self.slice(Number(from), Number(to))],
  ['toArray', (self) => [...self]],
  ['equals', (self, other) => jsonEqual(self, other)],
  ['toString', (self) => toText(self)],
]);

function add(self: unknown[], ...args: readonly unknown[]): boolean | undefined {
  if (args.length === 2) {
    self.splice(Number(args[0]), 0, args[1]);
    return undefined;
  }
  self.push(args[0] ?? null);
  return true;
}

function addAll(self: unknown[], ...args: readonly unknown[]): boolean {
  const items = asList(args.length === 2 ? args[1] : args[0]);
  self.splice(args.length === 2 ? Number(args[0]) : self.length, 0, ...items);
  return items.length > 0;
}

/** A number is a place in the list and the item comes back; anything else is an item, and whether it was there. */
function remove(self: unknown[], item: unknown): unknown {
  if (typeof item === 'number') return self.splice(checked(self, item), 1)[0];
  const index = self.findIndex((other) => jsonEqual(item, other));
  if (index >= 0) self.splice(index, 1);
  return index >= 0;
}

function keep(self: unknown[], wanted: (item: unknown) => boolean): boolean {
  const kept = self.filter(wanted);
  const changed = kept.length !== self.length;
  self.splice(0, self.length, ...kept);
  return changed;
}

function includes(list: readonly unknown[], item: unknown): boolean {
  return list.some((other) => jsonEqual(item, other));
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function checked(self: readonly unknown[], index: unknown): number {
  const place = Number(index);
  if (!Number.isInteger(place) || place < 0 || place >= self.length) {
    throw new RangeError(`Index ${String(index)} out of bounds for length ${self.length}`);
  }
  return place;
}
