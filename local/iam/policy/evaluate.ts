import type { CompiledPolicy } from './compile.ts';
import type { CallerNames } from './principals.ts';
import type { RequestContext } from './request-context.ts';

export interface Decision {
  readonly effect: 'allow' | 'explicit-deny' | 'implicit-deny';
  /** The answer depends on condition keys or policy variables, so that it must not be cached. */
  readonly contextual: boolean;
}

export interface EvaluationRequest {
  readonly action: string;
  readonly resource: string;
  readonly context: RequestContext;
  /** For resource and trust policies: a statement counts only when it names the caller. */
  readonly caller?: CallerNames;
}

/**
 * Evaluates policies of one kind together: an explicit deny wins, then an allow, else nothing is allowed
 * (IAM user guide, «Policy evaluation logic»).
 */
export function evaluatePolicies(policies: Iterable<CompiledPolicy>, request: EvaluationRequest): Decision {
  let allowed = false;
  let contextual = false;
  for (const policy of policies) {
    for (const statement of policy) {
      if (!statement.matchesAction(request.action)) continue;
      if (request.caller && !statement.principal?.(request.caller)) continue;
      contextual ||= statement.contextual;
      if (!statement.matchesResource(request.resource, request.context)) continue;
      if (statement.condition) {
        contextual = true;
        if (!statement.condition(request.context)) continue;
      }
      if (statement.effect === 'Deny') return { effect: 'explicit-deny', contextual };
      allowed = true;
    }
  }
  return { effect: allowed ? 'allow' : 'implicit-deny', contextual };
}
