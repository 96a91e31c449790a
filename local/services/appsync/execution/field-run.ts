import { type GraphQLResolveInfo, Kind } from 'graphql16';
import { type Evaluation, type EvaluationContext, ResolverError } from '../runtime/evaluator.ts';
import { resolverError } from './errors.ts';
import type { RequestContext } from './request-context.ts';
import { selectionOf } from './selection.ts';

/** One run of one field's resolver: what its handlers see, and what they leave behind. */
export interface FieldRun {
  readonly request: RequestContext;
  readonly base: EvaluationContext;
  readonly path: readonly (string | number)[];
  readonly info: GraphQLResolveInfo;
  /** Runs a handler; notes its time, appended errors, filters and invalidations. Throws ResolverError. */
  evaluate(step: string, handler: () => Evaluation): Evaluation;
}

export function startFieldRun(
  request: RequestContext,
  source: unknown,
  args: Record<string, unknown>,
  info: GraphQLResolveInfo,
): FieldRun {
  if (request.resolversLeft <= 0) {
    throw new ResolverError('Resolver invocation limit reached.', 'ResolverExecutionLimitReached');
  }
  request.resolversLeft -= 1;
  const path = pathOf(info);
  const base: EvaluationContext = {
    arguments: withUnsetVariables(args, info),
    identity: request.caller.identity,
    source: source ?? null,
    request: { headers: request.headers, domainName: null },
    info: {
      fieldName: info.fieldName,
      parentTypeName: info.parentType.name,
      variables: request.variables,
      get selectionSetList() {
        return selectionOf(info).list;
      },
      get selectionSetGraphQL() {
        return selectionOf(info).text;
      },
    },
    stash: {},
    env: request.environment,
  };
  const evaluate = (step: string, handler: () => Evaluation): Evaluation => {
    const start = performance.now();
    let failure: unknown;
    try {
      const evaluation = handler();
      keep(request, evaluation, path, info);
      return evaluation;
    } catch (error) {
      failure = error;
      throw error instanceof ResolverError ? withSelectedData(error, info) : error;
    } finally {
      const durationMs = performance.now() - start;
      const error =
        failure === undefined ? undefined : { error: String((failure as Error).message ?? failure) };
      request.trace.push({ path: path.join('/'), step, durationMs, ...error });
    }
  };
  return { request, base, path, info, evaluate };
}

function keep(
  request: RequestContext,
  evaluation: Evaluation,
  path: FieldRun['path'],
  info: GraphQLResolveInfo,
): void {
  for (const error of evaluation.appendedErrors)
    request.errors.push(resolverError(error, path, info.fieldNodes[0]));
  if (evaluation.subscriptionFilter !== undefined) request.subscriptionFilter = evaluation.subscriptionFilter;
  if (evaluation.invalidationFilter !== undefined) request.invalidationFilter = evaluation.invalidationFilter;
  if (evaluation.responseHeaders) Object.assign(request.responseHeaders, evaluation.responseHeaders);
  if (evaluation.invalidations) request.invalidations.push(...evaluation.invalidations);
}

function pathOf(info: GraphQLResolveInfo): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at: typeof info.path | undefined = info.path; at; at = at.prev) path.unshift(at.key);
  return path;
}

/**
 * AppSync gives resolvers an explicit null for an argument whose variable was not sent
 * (aws-appsync-community#348); graphql-js leaves such an argument out.
 */
function withUnsetVariables(
  args: Record<string, unknown>,
  info: GraphQLResolveInfo,
): Record<string, unknown> {
  for (const argument of info.fieldNodes[0]?.arguments ?? []) {
    if (argument.value.kind === Kind.VARIABLE && !(argument.name.value in args))
      args[argument.name.value] = null;
  }
  return args;
}

/** AppSync shows of an error's data only what the query selects. */
function withSelectedData(error: ResolverError, info: GraphQLResolveInfo): ResolverError {
  const { data } = error;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return error;
  const wanted = new Set(selectionOf(info).list);
  if (!wanted.size) return error;
  const shown = Object.fromEntries(Object.entries(data).filter(([name]) => wanted.has(name)));
  return new ResolverError(error.message, error.errorType, shown, error.errorInfo);
}
