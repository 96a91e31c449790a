import { compileConditions, type CompiledCondition } from './conditions.ts';
import { many, parsePolicyDocument, type PolicyStatement } from './document.ts';
import { compilePrincipal, type PrincipalMatcher } from './principals.ts';
import type { RequestContext } from './request-context.ts';
import { hasVariables, substituteVariables } from './variables.ts';
import { compilePattern } from './wildcard.ts';

/** A statement made ready for many evaluations. */
export interface CompiledStatement {
  readonly effect: 'Allow' | 'Deny';
  matchesAction(action: string): boolean;
  matchesResource(resource: string, context: RequestContext): boolean;
  /** The resource patterns hold policy variables, so that the answer depends on the request. */
  readonly contextual: boolean;
  readonly condition: CompiledCondition | undefined;
  /** Only in resource and trust policies. */
  readonly principal: PrincipalMatcher | undefined;
}

export type CompiledPolicy = readonly CompiledStatement[];

/** Compiles a policy document. Throws AwsError MalformedPolicyDocument. */
export function compilePolicy(document: unknown): CompiledPolicy {
  const policy = parsePolicyDocument(document);
  const variables = policy.Version === '2012-10-17';
  return many(policy.Statement).map((statement) => compileStatement(statement, variables));
}

function compileStatement(statement: PolicyStatement, variables: boolean): CompiledStatement {
  const actions = many(statement.Action ?? statement.NotAction).map((one) => compilePattern(one, 'action'));
  const wantsAction = statement.Action !== undefined;
  const patterns = many(statement.Resource ?? statement.NotResource);
  const wantsResource = statement.NotResource === undefined;
  const contextual = variables && patterns.some(hasVariables);
  return {
    effect: statement.Effect,
    contextual,
    condition: compileConditions(statement.Condition, variables),
    principal: compilePrincipal(statement),
    matchesAction: (action) => actions.some((fits) => fits(action)) === wantsAction,
    matchesResource(resource, context) {
      // Trust policies and some resource policies name no resource: it is the one they stand on.
      if (patterns.length === 0) return true;
      const fits = patterns.some((pattern) => {
        const expanded = contextual ? substituteVariables(pattern, context) : pattern;
        return expanded !== undefined && compilePattern(expanded, 'resource')(resource);
      });
      return fits === wantsResource;
    },
  };
}
