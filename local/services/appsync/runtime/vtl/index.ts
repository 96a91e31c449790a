import { AwsError, LocalCloudError } from '../../../../core/errors.ts';
import { ResolverError } from '../evaluator.ts';
import type { Evaluation, EvaluationContext, Evaluator } from '../evaluator.ts';
import { toEvaluation } from '../util/evaluation.ts';
import { createExtensions } from '../util/extensions.ts';
import { cloneJson } from '../util/json.ts';
import { createRun, createRunHolder } from '../util/run.ts';
import type { RuntimeOptions } from '../util/run.ts';
import { compileNodes } from './compile/index.ts';
import { createContextObject, directInvocation } from './context.ts';
import type { Frame, Step } from './frame.ts';
import { Namespace } from './namespace.ts';
import { parseTemplate } from './parse.ts';
import { parseRequestText, parseResponseText, parseReturned } from './result.ts';
import { createVtlUtil } from './util.ts';

/**
 * An evaluator for a pair of mapping templates. Without a request template the data source is sent the context, as
 * AppSync does for Lambda; without a response template the result (or the error) passes as it is.
 * Throws LocalCloudError InvalidTemplate for syntax errors, NotCovered for directives AppSync lacks too.
 * Evaluations throw ResolverError: `util.error`, `util.unauthorized`, or errorType MappingTemplate for a failure.
 */
export function createVtlEvaluator(
  templates: { readonly request?: string; readonly response?: string },
  options: RuntimeOptions = {},
): Evaluator {
  const request = compileTemplate(templates.request);
  const response = compileTemplate(templates.response);
  const holder = createRunHolder(options);
  const util = createVtlUtil(holder);
  const extensions = new Namespace(silenced(createExtensions(holder)));

  function render(step: Step, context: EvaluationContext, parse: (text: string) => unknown): Evaluation {
    const run = createRun(context);
    return holder.during(run, () => {
      const contextObject = createContextObject(run);
      const variables = new Map<string, unknown>([
        ['util', util],
        ['utils', util],
        ['extensions', extensions],
        ['context', contextObject],
        ['ctx', contextObject],
      ]);
      const frame: Frame = { variables, text: '' };
      try {
        step(frame);
      } catch (error) {
        throw asResolverError(error);
      }
      if (frame.returned === undefined) return toEvaluation(run, parse(frame.text));
      return toEvaluation(run, cloneJson(parseReturned(frame.returned.value)), { skipTo: 'NEXT' });
    });
  }

  return {
    request(context) {
      if (request === undefined) return toEvaluation(createRun(context), directInvocation(context));
      return render(request, context, parseRequestText);
    },
    response(context) {
      if (response !== undefined) return render(response, context, parseResponseText);
      if (context.error !== undefined) throw new ResolverError(context.error.message, context.error.type);
      return toEvaluation(createRun(context), context.result ?? null);
    },
  };
}

function compileTemplate(template: string | undefined): Step | undefined {
  return template === undefined ? undefined : compileNodes(parseTemplate(template));
}

function silenced(methods: ReturnType<typeof createExtensions>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(methods).map(([name, method]) => [
      name,
      (value: unknown) => {
        method(value);
        return '';
      },
    ]),
  );
}

function asResolverError(error: unknown): Error {
  if (error instanceof ResolverError || error instanceof LocalCloudError || error instanceof AwsError)
    return error;
  const failure = new ResolverError(
    `Error transforming the template: ${error instanceof Error ? error.message : String(error)}`,
    'MappingTemplate',
  );
  failure.cause = error;
  return failure;
}
