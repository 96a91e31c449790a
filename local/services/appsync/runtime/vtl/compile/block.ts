import { notCovered } from '../../../../../core/errors.ts';
import type { Ast, Directive, Expression, Reference } from '../ast.ts';
import type { Frame, Signal, Step } from '../frame.ts';
import type { Compiler } from './compiler.ts';
import { compileForeach } from './foreach.ts';
import { isTrue } from './math.ts';
import { compileAssignment, compileReferenceText } from './reference.ts';

/** Compiles a run of nodes into one step. Neighbouring texts become one. */
export function compileBlock(compiler: Compiler, nodes: readonly Ast[]): Step {
  const steps: Step[] = [];
  let literal = '';
  const flush = (): void => {
    const text = literal;
    literal = '';
    if (text !== '') {
      steps.push((frame) => {
        frame.text += text;
        return 'next';
      });
    }
  };
  for (const node of nodes) {
    if (typeof node === 'string') literal += node;
    else if (!isList(node) && node.type === 'raw') literal += String(node.value);
    else if (isList(node) || node.type !== 'comment') {
      flush();
      steps.push(isList(node) ? compileNested(compiler, node) : compileDirective(compiler, node));
    }
  }
  flush();
  return (frame) => runAll(steps, frame);
}

function runAll(steps: readonly Step[], frame: Frame): Signal {
  for (const step of steps) {
    const signal = step(frame);
    if (signal !== 'next') return signal;
  }
  return 'next';
}

function isList(node: Ast): node is readonly Ast[] {
  return Array.isArray(node);
}

/** A nested list is a block directive and what it encloses. */
function compileNested(compiler: Compiler, nodes: readonly Ast[]): Step {
  const [head, ...body] = nodes;
  const type = typeof head === 'object' && !isList(head) ? head.type : '';
  if (type === 'if') return compileIf(compiler, nodes);
  if (type === 'foreach') return compileForeach(compiler, head as Directive, compiler.block(body));
  throw notCovered(`the VTL directive #${type}`, 'AppSync has no macros either; write the text out.');
}

function compileDirective(compiler: Compiler, node: Directive): Step {
  switch (node.type) {
    case 'references':
      return compileReferenceText(compiler, node as unknown as Reference);
    case 'set':
      return compileSet(compiler, node.equal as readonly [Reference, Expression]);
    case 'return':
      return compileReturn(compiler, node.value as Expression | null);
    case 'break':
      return () => 'break';
    default:
      throw notCovered(`the VTL directive #${node.type === 'macro_call' ? String(node.id) : node.type}`);
  }
}

function compileSet(compiler: Compiler, [target, source]: readonly [Reference, Expression]): Step {
  const assign = compileAssignment(compiler, target);
  const value = compiler.expression(source);
  return (frame) => {
    assign(frame, value(frame) ?? null);
    return 'next';
  };
}

function compileReturn(compiler: Compiler, source: Expression | null): Step {
  const value = source === null ? (): null => null : compiler.expression(source);
  return (frame) => {
    frame.returned = { value: value(frame) ?? null };
    return 'return';
  };
}

/** `#if`, its `#elseif`s and `#else` stand as markers between the branches' nodes. */
function compileIf(compiler: Compiler, nodes: readonly Ast[]): Step {
  const branches: { readonly when: (frame: Frame) => boolean; readonly body: Ast[] }[] = [];
  for (const node of nodes) {
    const type = typeof node === 'object' && !isList(node) ? node.type : '';
    if (type === 'if' || type === 'elseif') {
      const condition = compiler.expression((node as Directive).condition as Expression);
      branches.push({ when: (frame) => isTrue(condition(frame)), body: [] });
    } else if (type === 'else') branches.push({ when: () => true, body: [] });
    else branches.at(-1)?.body.push(node);
  }
  const compiled = branches.map(({ when, body }) => ({ when, run: compiler.block(body) }));
  return (frame) => compiled.find(({ when }) => when(frame))?.run(frame) ?? 'next';
}
