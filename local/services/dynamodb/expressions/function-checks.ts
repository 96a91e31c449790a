import { typeOf, type AttributeValue } from '../values/attribute-value.ts';
import { compareValues } from '../values/compare.ts';
import { describePath, type Operand } from './syntax.ts';

const OPERANDS: Readonly<Record<string, number>> = {
  attribute_exists: 1,
  attribute_not_exists: 1,
  attribute_type: 2,
  begins_with: 2,
  contains: 2,
  size: 1,
  if_not_exists: 2,
  list_append: 2,
};

/** Functions that are conditions by themselves. */
export const CONDITION_FUNCTIONS: ReadonlySet<string> = new Set([
  'attribute_exists',
  'attribute_not_exists',
  'attribute_type',
  'begins_with',
  'contains',
]);

/** Functions that give a value in an update. */
export const UPDATE_FUNCTIONS: ReadonlySet<string> = new Set(['if_not_exists', 'list_append']);

const TYPE_NAMES = ['N', 'BS', 'L', 'B', 'NULL', 'M', 'S', 'SS', 'NS', 'BOOL'];

/** What is wrong with a function's operands, as far as that can be known without an item. */
export function functionProblem(name: string, operands: readonly Operand[]): string | undefined {
  if (operands.length !== OPERANDS[name]) {
    return (
      'Incorrect number of operands for operator or function; ' +
      `operator or function: ${name}, number of operands: ${operands.length}`
    );
  }
  const [first, second] = operands as [Operand, Operand];
  switch (name) {
    case 'attribute_exists':
    case 'attribute_not_exists':
    case 'if_not_exists':
      return first.kind === 'path'
        ? undefined
        : `Operator or function requires a document path; operator or function: ${name}`;
    case 'begins_with':
      return distinctProblem(name, operands) ?? typeProblem(name, operands, ['S', 'B']);
    case 'contains':
      return distinctProblem(name, operands);
    case 'attribute_type':
      return typeProblem(name, [second], ['S']) ?? typeNameProblem(second);
    case 'size':
      return typeProblem(name, operands, ['S', 'B', 'SS', 'NS', 'BS', 'L', 'M']);
    default:
      return typeProblem(name, operands, ['L']);
  }
}

/** What is wrong with the operands of a comparison, of BETWEEN or of IN. */
export function operatorProblem(operator: string, operands: readonly Operand[]): string | undefined {
  const ordered = ['<', '<=', '>', '>=', 'BETWEEN'].includes(operator);
  return (
    distinctProblem(operator, operands) ??
    (ordered ? typeProblem(operator, operands, ['S', 'N', 'B']) : undefined)
  );
}

/** The bounds of a BETWEEN, when both are known. */
export function boundsProblem(low: Operand, high: Operand): string | undefined {
  if (low.kind !== 'value' || high.kind !== 'value') return undefined;
  const order = compareValues(low.value, high.value);
  const bounds =
    `lower bound operand: AttributeValue: ${describe(low.value)}, ` +
    `upper bound operand: AttributeValue: ${describe(high.value)}`;
  if (order === undefined) {
    return `The BETWEEN operator requires same data type for lower and upper bounds; ${bounds}`;
  }
  if (order <= 0) return undefined;
  return `The BETWEEN operator requires upper bound to be greater than or equal to lower bound; ${bounds}`;
}

export function typeProblem(
  operator: string,
  operands: readonly Operand[],
  allowed: readonly string[],
): string | undefined {
  for (const operand of operands) {
    const type = staticType(operand);
    if (type !== undefined && !allowed.includes(type)) {
      return (
        'Incorrect operand type for operator or function; ' +
        `operator or function: ${operator}, operand type: ${type}`
      );
    }
  }
  return undefined;
}

function typeNameProblem(operand: Operand): string | undefined {
  if (operand.kind !== 'value' || !('S' in operand.value)) return undefined;
  const type = operand.value.S;
  if (TYPE_NAMES.includes(type)) return undefined;
  return `Invalid attribute type name found; type: ${type}, valid types: {${TYPE_NAMES.join(',')}}`;
}

function distinctProblem(operator: string, [first, ...others]: readonly Operand[]): string | undefined {
  if (first?.kind !== 'path') return undefined;
  const path = describePath(first.path);
  if (!others.some((other) => other.kind === 'path' && describePath(other.path) === path)) return undefined;
  return (
    'The first operand must be distinct from the remaining operands for this operator or function; ' +
    `operator: ${operator}, first operand: ${path}`
  );
}

function staticType(operand: Operand): string | undefined {
  if (operand.kind === 'value') return typeOf(operand.value);
  if (operand.kind !== 'call') return undefined;
  if (operand.name === 'size') return 'N';
  return operand.name === 'list_append' ? 'L' : undefined;
}

function describe(value: AttributeValue): string {
  const [[type, content]] = Object.entries(value) as [[string, unknown]];
  return `{${type}:${typeof content === 'string' ? content : JSON.stringify(content)}}`;
}
