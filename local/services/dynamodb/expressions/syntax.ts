import type { AttributeValue } from '../values/attribute-value.ts';

/** Where a value stands in an item: attribute names and list indexes. */
export type DocumentPath = readonly (string | number)[];

export type Operand =
  | { readonly kind: 'path'; readonly path: DocumentPath }
  | { readonly kind: 'value'; readonly value: AttributeValue }
  | FunctionCall;

export interface FunctionCall {
  readonly kind: 'call';
  readonly name: string;
  readonly operands: readonly Operand[];
}

export type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>=';

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not'; readonly condition: Condition }
  | {
      readonly kind: 'compare';
      readonly operator: Comparator;
      readonly left: Operand;
      readonly right: Operand;
    }
  | { readonly kind: 'between'; readonly subject: Operand; readonly low: Operand; readonly high: Operand }
  | { readonly kind: 'in'; readonly subject: Operand; readonly candidates: readonly Operand[] }
  | FunctionCall;

/** What a SET assigns: an operand, or the sum or difference of two. */
export type SetValue =
  | Operand
  | {
      readonly kind: 'arithmetic';
      readonly operator: '+' | '-';
      readonly left: Operand;
      readonly right: Operand;
    };

export type UpdateAction =
  | { readonly kind: 'SET'; readonly path: DocumentPath; readonly value: SetValue }
  | { readonly kind: 'REMOVE'; readonly path: DocumentPath }
  | { readonly kind: 'ADD' | 'DELETE'; readonly path: DocumentPath; readonly value: AttributeValue };

/** `[a, [0], b]`, as error messages write paths. */
export function describePath(path: DocumentPath): string {
  return `[${path.map((step) => (typeof step === 'number' ? `[${step}]` : step)).join(', ')}]`;
}

/** All document paths that occur in a condition. */
export function conditionPaths(condition: Condition): readonly DocumentPath[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return [...conditionPaths(condition.left), ...conditionPaths(condition.right)];
    case 'not':
      return conditionPaths(condition.condition);
    case 'compare':
      return [condition.left, condition.right].flatMap(operandPaths);
    case 'between':
      return [condition.subject, condition.low, condition.high].flatMap(operandPaths);
    case 'in':
      return [condition.subject, ...condition.candidates].flatMap(operandPaths);
    case 'call':
      return condition.operands.flatMap(operandPaths);
  }
}

/** All document paths that occur in an action of an update: what it changes and what it reads. */
export function updatePaths(action: UpdateAction): readonly DocumentPath[] {
  if (action.kind !== 'SET') return [action.path];
  const { value } = action;
  const operands = value.kind === 'arithmetic' ? [value.left, value.right] : [value];
  return [action.path, ...operands.flatMap(operandPaths)];
}

function operandPaths(operand: Operand): readonly DocumentPath[] {
  if (operand.kind === 'path') return [operand.path];
  return operand.kind === 'call' ? operand.operands.flatMap(operandPaths) : [];
}
