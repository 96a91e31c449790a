import { ResolverError } from '../../evaluator.ts';
import { isRecord } from '../../util/json.ts';
import type { Directive, Expression } from '../ast.ts';
import type { Step } from '../frame.ts';
import { ForeachScope } from '../namespace.ts';
import type { Compiler } from './compiler.ts';

/** AppSync's quota for the iterations of one `#foreach`. */
const MAX_ITERATIONS = 1000;

/** `#foreach($item in list)`; over a map it goes through the values. Loop variables end with the loop. */
export function compileForeach(compiler: Compiler, head: Directive, body: Step): Step {
  const variable = String(head.to);
  const source = compiler.expression(head.from as Expression);
  return (frame) => {
    const from = source(frame);
    const items: readonly unknown[] = Array.isArray(from)
      ? [...from]
      : isRecord(from)
        ? Object.values(from)
        : [];
    if (items.length > MAX_ITERATIONS) {
      throw new ResolverError(
        `A #foreach loop has ${items.length} iterations, and the maximum is ${MAX_ITERATIONS}.`,
        'MappingTemplate',
      );
    }
    const { variables } = frame;
    const outer = [variable, 'foreach', 'velocityCount'].map((name) => [name, variables.get(name)] as const);
    const parent = variables.get('foreach');
    try {
      for (const [index, item] of items.entries()) {
        variables.set(variable, item);
        variables.set('foreach', new ForeachScope(index, items.length, parent));
        variables.set('velocityCount', index + 1);
        const signal = body(frame);
        if (signal === 'return') return signal;
        if (signal === 'break') break;
      }
    } finally {
      for (const [name, value] of outer) variables.set(name, value);
    }
    return 'next';
  };
}
