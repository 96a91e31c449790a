import type { EvaluationContext } from '../evaluator.ts';
import { cloneJson } from '../util/json.ts';
import type { Run } from '../util/run.ts';
import { workingArguments } from '../util/working-arguments.ts';

/**
 * `$context`. The stash is the field's own and changed in place, the arguments are its working copy; everything else
 * is copied when first read, since templates change what they are given (`$ctx.source.put(...)`).
 */
export function createContextObject(run: Run): Record<string, unknown> {
  const { context } = run;
  const object: Record<string, unknown> = { stash: context.stash };
  const fields: Readonly<Record<string, () => unknown>> = {
    arguments: () => workingArguments(context),
    args: () => workingArguments(context),
    identity: () => cloneJson(context.identity),
    source: () => cloneJson(context.source),
    request: () => cloneJson(context.request),
    info: () => cloneJson(context.info),
    env: () => cloneJson(context.env),
    prev: () => cloneJson(context.prev),
    result: () => cloneJson(context.result),
    error: () => cloneJson(context.error),
    outErrors: () => cloneJson(run.appendedErrors),
  };
  for (const [name, read] of Object.entries(fields)) defineLazy(object, name, read);
  return object;
}

function defineLazy(object: Record<string, unknown>, name: string, read: () => unknown): void {
  const settle = (value: unknown): unknown => {
    Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
    return value;
  };
  Object.defineProperty(object, name, {
    get: () => settle(read()),
    set: settle,
    enumerable: true,
    configurable: true,
  });
}

/** What a Lambda data source is sent by a resolver without templates. */
export function directInvocation(context: EvaluationContext): unknown {
  const { source, identity, request, prev, info, stash } = context;
  const payload = {
    arguments: workingArguments(context),
    identity,
    source,
    request,
    prev: prev ?? null,
    info,
    stash,
  };
  return { version: '2018-05-29', operation: 'Invoke', payload: cloneJson(payload) };
}
