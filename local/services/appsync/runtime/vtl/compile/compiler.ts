import type { Ast, Expression } from '../ast.ts';
import type { Evaluate, Step } from '../frame.ts';

/** The ways in which the parts of a template, which hold one another, are compiled. */
export interface Compiler {
  expression(expression: Expression): Evaluate;
  block(nodes: readonly Ast[]): Step;
}
