/** The syntax tree that amplify-velocity-template's parser gives, as far as the compiler reads it. */
export type Ast = string | Directive | readonly Ast[];

export interface Directive {
  readonly type: string;
  readonly [member: string]: unknown;
}

export interface Reference {
  readonly type: 'references';
  readonly id: string;
  /** `$` or `$!`. */
  readonly leader: string;
  readonly isWraped?: boolean;
  readonly path?: readonly PathStep[];
  /** Present when the reference itself is called, `$name(...)`. */
  readonly args?: readonly Expression[] | false;
}

export type PathStep =
  | { readonly type: 'property'; readonly id: string }
  | { readonly type: 'method'; readonly id: string; readonly args: readonly Expression[] | false }
  | { readonly type: 'index'; readonly id: Expression }
  | { readonly type: 'content'; readonly value: string };

export type Expression =
  | Reference
  | { readonly type: 'string'; readonly value: string; readonly isEval?: boolean }
  | { readonly type: 'integer' | 'decimal'; readonly value: string | number }
  | { readonly type: 'bool'; readonly value: 'true' | 'false' | 'null' }
  | { readonly type: 'runt'; readonly value: string }
  | { readonly type: 'array'; readonly value: readonly Expression[]; readonly isRange?: boolean }
  | { readonly type: 'map'; readonly value?: Readonly<Record<string, Expression | undefined>> }
  | { readonly type: 'math'; readonly operator: string; readonly expression: readonly Expression[] };
