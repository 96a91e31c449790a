import { typeOf, type AttributeValue, type Item } from '../values/attribute-value.ts';
import { compareValues, equalValues } from '../values/compare.ts';
import { blobSize } from '../values/size.ts';
import { valueAt } from './paths.ts';
import type { Comparator, Condition, FunctionCall, Operand } from './syntax.ts';

/** Whether a condition holds for an item. An item that does not exist is an empty one. */
export function holds(condition: Condition, item: Item): boolean {
  switch (condition.kind) {
    case 'and':
      return holds(condition.left, item) && holds(condition.right, item);
    case 'or':
      return holds(condition.left, item) || holds(condition.right, item);
    case 'not':
      return !holds(condition.condition, item);
    case 'compare':
      return compare(condition.operator, evaluate(condition.left, item), evaluate(condition.right, item));
    case 'between': {
      const subject = evaluate(condition.subject, item);
      return (
        compare('>=', subject, evaluate(condition.low, item)) &&
        compare('<=', subject, evaluate(condition.high, item))
      );
    }
    case 'in': {
      const subject = evaluate(condition.subject, item);
      return condition.candidates.some((candidate) => compare('=', subject, evaluate(candidate, item)));
    }
    case 'call':
      return callHolds(condition, item);
  }
}

/** An operand's value, or undefined when the item has none there. */
export function evaluate(operand: Operand, item: Item): AttributeValue | undefined {
  if (operand.kind === 'value') return operand.value;
  if (operand.kind === 'path') return valueAt(item, operand.path);
  const value = evaluate(operand.operands[0]!, item);
  const size = value && sizeOf(value);
  return size === undefined ? undefined : { N: String(size) };
}

function compare(
  operator: Comparator,
  left: AttributeValue | undefined,
  right: AttributeValue | undefined,
): boolean {
  if (!left || !right) return operator === '<>' && left !== right;
  if (operator === '=') return equalValues(left, right);
  if (operator === '<>') return !equalValues(left, right);
  const order = compareValues(left, right);
  if (order === undefined) return false;
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function callHolds({ name, operands }: FunctionCall, item: Item): boolean {
  const first = evaluate(operands[0]!, item);
  if (name === 'attribute_exists') return first !== undefined;
  if (name === 'attribute_not_exists') return first === undefined;
  const second = operands[1] && evaluate(operands[1], item);
  if (!first || !second) return false;
  if (name === 'attribute_type') return 'S' in second && typeOf(first) === second.S;
  return name === 'begins_with' ? beginsWith(first, second) : contains(first, second);
}

function beginsWith(value: AttributeValue, prefix: AttributeValue): boolean {
  if ('S' in value && 'S' in prefix) return value.S.startsWith(prefix.S);
  if (!('B' in value && 'B' in prefix)) return false;
  const start = Buffer.from(prefix.B, 'base64');
  return Buffer.from(value.B, 'base64').subarray(0, start.length).equals(start);
}

function contains(value: AttributeValue, part: AttributeValue): boolean {
  if ('S' in value) return 'S' in part && value.S.includes(part.S);
  if ('B' in value) {
    return 'B' in part && Buffer.from(value.B, 'base64').includes(Buffer.from(part.B, 'base64'));
  }
  if ('L' in value) return value.L.some((element) => equalValues(element, part));
  if ('SS' in value) return 'S' in part && value.SS.includes(part.S);
  if ('NS' in value) return 'N' in part && value.NS.includes(part.N);
  if ('BS' in value) return 'B' in part && value.BS.includes(part.B);
  return false;
}

/** What `size()` gives: characters, bytes, or members. Numbers, booleans and null have no size. */
function sizeOf(value: AttributeValue): number | undefined {
  if ('S' in value) return value.S.length;
  if ('B' in value) return blobSize(value.B);
  if ('M' in value) return Object.keys(value.M).length;
  if ('L' in value) return value.L.length;
  if ('SS' in value) return value.SS.length;
  if ('NS' in value) return value.NS.length;
  if ('BS' in value) return value.BS.length;
  return undefined;
}
