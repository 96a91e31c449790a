import type { Ast } from '../ast.ts';
import type { Step } from '../frame.ts';
import { compileBlock } from './block.ts';
import type { Compiler } from './compiler.ts';
import { compileExpression } from './expression.ts';

const compiler: Compiler = {
  expression: (expression) => compileExpression(compiler, expression),
  block: (nodes) => compileBlock(compiler, nodes),
};

/** Compiles a parsed template into one step. Throws LocalCloudError NotCovered for a directive that AppSync lacks too. */
export function compileNodes(nodes: readonly Ast[]): Step {
  return compiler.block(nodes);
}
