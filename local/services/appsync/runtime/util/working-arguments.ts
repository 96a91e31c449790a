import type { EvaluationContext } from '../evaluator.ts';
import { cloneJson } from './json.ts';

/**
 * The arguments as one field's handlers see them. VTL templates may change them (`$ctx.args.input.put(...)`), and
 * later functions of the same pipeline must see the change, but no other field or request may. The stash lives
 * exactly as long as one field, so the working copy hangs on it.
 */
const copies = new WeakMap<object, { readonly source: object; readonly copy: Record<string, unknown> }>();

export function workingArguments(context: EvaluationContext): Record<string, unknown> {
  const known = copies.get(context.stash);
  if (known !== undefined && known.source === context.arguments) return known.copy;
  const copy = cloneJson(context.arguments) as Record<string, unknown>;
  copies.set(context.stash, { source: context.arguments, copy });
  return copy;
}

/** The working copy if a template made one, else the arguments as they came; to read, not to change. */
export function currentArguments(context: EvaluationContext): Readonly<Record<string, unknown>> {
  const known = copies.get(context.stash);
  return known !== undefined && known.source === context.arguments ? known.copy : context.arguments;
}
