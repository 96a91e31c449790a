import type { Expression } from '../ast.ts';
import type { Evaluate, Frame } from '../frame.ts';
import { setKey } from '../../util/json.ts';
import { parseInterpolated } from '../parse.ts';
import { compileMath } from './math.ts';
import { compileReference } from './reference.ts';
import type { Compiler } from './compiler.ts';

/** Compiles an expression to a function of the frame. */
export function compileExpression(compiler: Compiler, expression: Expression): Evaluate {
  switch (expression.type) {
    case 'references':
      return compileReference(compiler, expression);
    case 'string':
      return expression.isEval ? compileInterpolated(compiler, expression.value) : constant(expression.value);
    case 'integer':
    case 'decimal':
      return constant(Number(expression.value));
    case 'bool':
      return constant(expression.value === 'null' ? null : expression.value === 'true');
    case 'runt':
      return constant(expression.value);
    case 'array':
      return expression.isRange
        ? compileRange(compiler, expression.value)
        : compileList(compiler, expression.value);
    case 'map':
      return compileMap(compiler, expression.value ?? {});
    case 'math':
      return compileMath(compiler, expression);
  }
}

/** A double-quoted string: its references are filled in each time. */
function compileInterpolated(compiler: Compiler, text: string): Evaluate {
  if (!text.includes('$')) return constant(text);
  const block = compiler.block(parseInterpolated(text));
  return (frame) => {
    const inner: Frame = { variables: frame.variables, text: '' };
    block(inner);
    return inner.text;
  };
}

function compileList(compiler: Compiler, items: readonly Expression[]): Evaluate {
  const values = items.map(compiler.expression);
  return (frame) => values.map((value) => value(frame) ?? null);
}

function compileRange(compiler: Compiler, bounds: readonly Expression[]): Evaluate {
  // The grammar gives plain texts for literal bounds and nodes for references.
  const [from, to] = bounds.map((bound) =>
    typeof bound === 'object' ? compiler.expression(bound) : constant(Number(bound)),
  );
  return (frame) => {
    const first = Math.trunc(Number(from?.(frame)));
    const last = Math.trunc(Number(to?.(frame)));
    if (Number.isNaN(first) || Number.isNaN(last)) return null;
    const step = first <= last ? 1 : -1;
    return Array.from({ length: Math.abs(last - first) + 1 }, (_, index) => first + index * step);
  };
}

function compileMap(compiler: Compiler, members: Readonly<Record<string, Expression | undefined>>): Evaluate {
  const entries = Object.entries(members).map(
    ([key, value]) =>
      [
        compileInterpolated(compiler, key),
        value === undefined ? constant(null) : compiler.expression(value),
      ] as const,
  );
  return (frame) => {
    const map: Record<string, unknown> = {};
    for (const [key, value] of entries) setKey(map, String(key(frame)), value(frame) ?? null);
    return map;
  };
}

function constant(value: unknown): Evaluate {
  return () => value;
}
