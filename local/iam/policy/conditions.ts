import { AwsError } from '../../core/errors.ts';
import { CONDITION_OPERATORS, type ConditionOperator } from './condition-operators.ts';
import { many, type PolicyStatement } from './document.ts';
import type { RequestContext } from './request-context.ts';
import { hasVariables, substituteVariables } from './variables.ts';

/** Whether a request fulfils a statement's whole `Condition`. */
export type CompiledCondition = (context: RequestContext) => boolean;

/**
 * Compiles a `Condition` block: all operators and all their keys must hold, one of the values is enough.
 * Throws AwsError MalformedPolicyDocument for an operator that doesn't exist.
 */
export function compileConditions(
  block: PolicyStatement['Condition'],
  variables: boolean,
): CompiledCondition | undefined {
  const tests: CompiledCondition[] = [];
  for (const [operator, keys] of Object.entries(block ?? {})) {
    for (const [key, values] of Object.entries(keys)) {
      tests.push(compileOne(operator, key, many(values).map(String), variables));
    }
  }
  return tests.length === 0 ? undefined : (context) => tests.every((test) => test(context));
}

function compileOne(
  name: string,
  key: string,
  values: readonly string[],
  variables: boolean,
): CompiledCondition {
  const [, set, base = '', ifExists] =
    /^(?:(forallvalues|foranyvalue):)?(.+?)(ifexists)?$/.exec(name.toLowerCase()) ?? [];
  if (base === 'null') {
    return (context) => ((context.get(key)?.length ?? 0) === 0) === (values[0]?.toLowerCase() === 'true');
  }
  const operator = CONDITION_OPERATORS[base];
  if (!operator) throw new AwsError('MalformedPolicyDocument', `Invalid Condition type : ${name}.`);
  return (context) => {
    const requested = context.get(key);
    if (requested === undefined || requested.length === 0) {
      if (set === 'forallvalues') return true;
      if (set === 'foranyvalue') return ifExists !== undefined;
      return operator.negated || ifExists !== undefined;
    }
    const expected = expand(values, context, variables);
    const holds = (value: string): boolean => test(operator, value, expected);
    return set === 'forallvalues' ? requested.every(holds) : requested.some(holds);
  };
}

function test(operator: ConditionOperator, value: string, expected: readonly string[]): boolean {
  return expected.some((one) => operator.fits(value, one)) !== operator.negated;
}

function expand(values: readonly string[], context: RequestContext, variables: boolean): readonly string[] {
  if (!variables || !values.some(hasVariables)) return values;
  return values.map((value) => substituteVariables(value, context)).filter((value) => value !== undefined);
}
