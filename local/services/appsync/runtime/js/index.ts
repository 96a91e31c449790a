import { ResolverError } from '../evaluator.ts';
import type { Evaluation, EvaluationContext, Evaluator } from '../evaluator.ts';
import { toEvaluation } from '../util/evaluation.ts';
import { cloneJson, isRecord, setKey } from '../util/json.ts';
import { createRun, createRunHolder } from '../util/run.ts';
import type { RuntimeOptions } from '../util/run.ts';
import { currentArguments } from '../util/working-arguments.ts';
import { compileCode } from './compile.ts';
import type { Handlers } from './compile.ts';
import { EarlyReturn } from './early-return.ts';
import { asResolverError } from './failure.ts';
import { createModules } from './modules.ts';
import { sandbox } from './sandbox.ts';
import { createJsConsole } from './util.ts';

/**
 * An evaluator for APPSYNC_JS code that exports `request` and `response`. Compiled once; each evaluation gets its own
 * copy of the context, and the stash is written back when the handler ends.
 * Throws AwsError BadRequestException for code that AppSync would not accept. Evaluations throw ResolverError:
 * `util.error`, `util.unauthorized`, or errorType `Code` when the code itself fails or its loops don't end.
 */
export function createJsEvaluator(code: string, options: RuntimeOptions = {}): Evaluator {
  const holder = createRunHolder(options);
  const modules = createModules(holder);
  const globals = { ...modules.get('@aws-appsync/utils'), console: createJsConsole(holder) };
  const load = compileCode(code, modules, globals);

  function evaluate(name: 'request' | 'response', context: EvaluationContext): Evaluation {
    const run = createRun(context);
    return holder.during(run, () => {
      const handler = loadSafely(load)[name];
      if (handler === undefined)
        throw new ResolverError(`code.js: TypeError: ${name} is not a function`, 'Code');
      const { makeContext, resetIterations } = sandbox();
      const ctx = makeContext(context, currentArguments(context), context.stash);
      resetIterations();
      try {
        const value = cloneJson(handler(ctx));
        writeBack(ctx.stash, context.stash);
        return toEvaluation(run, value);
      } catch (thrown) {
        if (!(thrown instanceof EarlyReturn)) throw asResolverError(thrown);
        writeBack(ctx.stash, context.stash);
        return toEvaluation(run, cloneJson(thrown.value), { skipTo: thrown.skipTo });
      }
    });
  }

  return {
    request: (context) => evaluate('request', context),
    response: (context) => evaluate('response', context),
  };
}

function loadSafely(load: () => Handlers): Handlers {
  try {
    return load();
  } catch (thrown) {
    throw asResolverError(thrown);
  }
}

/** The handler's stash as plain data into the field's own, which stays the same object. */
function writeBack(from: unknown, into: Record<string, unknown>): void {
  const copy = cloneJson(from);
  if (!isRecord(copy)) return;
  for (const key of Object.keys(into)) if (!Object.hasOwn(copy, key)) delete into[key];
  for (const key of Object.keys(copy)) setKey(into, key, copy[key]);
}
