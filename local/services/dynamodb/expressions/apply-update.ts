import { validationError } from '../errors.ts';
import type { AttributeValue, Item } from '../values/attribute-value.ts';
import { addDecimals, formatDecimal, negateDecimal, parseDecimal } from '../values/decimal.ts';
import { evaluate } from './evaluate.ts';
import { child, valueAt } from './paths.ts';
import { addToSet, removeFromSet } from './set-operations.ts';
import type { DocumentPath, Operand, SetValue, UpdateAction } from './syntax.ts';

/** A change of one place, with its new value; undefined takes the value away. */
interface Change {
  readonly path: DocumentPath;
  readonly value: AttributeValue | undefined;
}

/**
 * The item after an update. All right sides and all list indexes mean the item as it was. The given item stays
 * untouched; throws ValidationException when an action does not fit the item.
 */
export function applyUpdate(item: Item, actions: readonly UpdateAction[]): Item {
  const changes: Change[] = actions.map((action) => ({ path: action.path, value: newValue(item, action) }));
  const changed = structuredClone(item) as Item;
  const removed = new Map<AttributeValue[], Set<number>>();
  // Elements set beyond a list's end are appended in the order of their indexes.
  for (const change of changes.toSorted((left, right) => lastIndex(left.path) - lastIndex(right.path))) {
    apply(changed, change, removed);
  }
  for (const [list, indexes] of removed) {
    const kept = list.filter((_, index) => !indexes.has(index));
    list.splice(0, list.length, ...kept);
  }
  return changed;
}

function newValue(item: Item, action: UpdateAction): AttributeValue | undefined {
  if (action.kind === 'REMOVE') return undefined;
  if (action.kind === 'SET') return valueOf(action.value, item);
  const old = valueAt(item, action.path);
  if (action.kind === 'DELETE') return old && removeFromSet(old, action.value);
  if (!old) return action.value;
  return 'N' in action.value ? sum(old, action.value, 1) : addToSet(old, action.value);
}

function valueOf(value: SetValue, item: Item): AttributeValue {
  if (value.kind !== 'arithmetic') return operandValue(value, item);
  const left = operandValue(value.left, item);
  return sum(left, operandValue(value.right, item), value.operator === '+' ? 1 : -1);
}

function operandValue(operand: Operand, item: Item): AttributeValue {
  if (operand.kind === 'call') {
    const [first, second] = operand.operands as [Operand, Operand];
    if (operand.name === 'if_not_exists') return evaluate(first, item) ?? operandValue(second, item);
    const left = operandValue(first, item);
    const right = operandValue(second, item);
    if (!('L' in left && 'L' in right)) throw incorrectType();
    return { L: [...left.L, ...right.L] };
  }
  const value = evaluate(operand, item);
  if (value) return value;
  throw validationError('The provided expression refers to an attribute that does not exist in the item');
}

function sum(left: AttributeValue, right: AttributeValue, sign: 1 | -1): AttributeValue {
  if (!('N' in left && 'N' in right)) throw incorrectType();
  const addend = parseDecimal(right.N);
  return { N: formatDecimal(addDecimals(parseDecimal(left.N), sign === 1 ? addend : negateDecimal(addend))) };
}

function apply(item: Item, { path, value }: Change, removed: Map<AttributeValue[], Set<number>>): void {
  let parent: AttributeValue = { M: item };
  for (const step of path.slice(0, -1)) {
    const next = child(parent, step);
    if (!next) throw invalidPath();
    parent = next;
  }
  const last = path[path.length - 1]!;
  if (typeof last === 'string' && 'M' in parent)
    setMember(parent.M as Record<string, AttributeValue>, last, value);
  else if (typeof last === 'number' && 'L' in parent) {
    const list = parent.L as AttributeValue[];
    if (value) list[Math.min(last, list.length)] = value;
    else if (last < list.length) removed.set(list, (removed.get(list) ?? new Set()).add(last));
  } else throw invalidPath();
}

function setMember(
  map: Record<string, AttributeValue>,
  name: string,
  value: AttributeValue | undefined,
): void {
  if (!value) delete map[name];
  // Not by assignment: an attribute may be named `__proto__`.
  else Object.defineProperty(map, name, { value, enumerable: true, configurable: true, writable: true });
}

function lastIndex(path: DocumentPath): number {
  const last = path[path.length - 1];
  return typeof last === 'number' ? last : -1;
}

function invalidPath(): Error {
  return validationError('The document path provided in the update expression is invalid for update');
}

function incorrectType(): Error {
  return validationError('An operand in the update expression has an incorrect data type');
}
