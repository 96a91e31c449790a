import type { CloudContext } from '../../../core/context.ts';
import { AwsError } from '../../../core/errors.ts';
import { fieldArn } from '../arns.ts';
import { ResolverError } from '../runtime/evaluator.ts';
import type { FieldRule } from '../schema/field-rules.ts';
import type { Caller } from './caller.ts';

/** Decides field by field for one caller, and remembers what it decided. */
export interface FieldAuthorizer {
  allows(rule: FieldRule): boolean;
  /** Why IAM said no, for the console. */
  readonly denials: readonly string[];
}

export function createFieldAuthorizer(cloud: CloudContext, apiArn: string, caller: Caller): FieldAuthorizer {
  const decided = new Map<FieldRule, boolean>();
  const denials: string[] = [];

  function decide(rule: FieldRule): boolean {
    if (!rule.modes.has(caller.mode)) return false;
    const { typeName, fieldName } = rule;
    if (caller.mode === 'AMAZON_COGNITO_USER_POOLS') {
      return rule.groups === undefined || caller.groups.some((group) => rule.groups?.has(group));
    }
    if (caller.mode === 'AWS_LAMBDA') {
      const denied = caller.deniedFields;
      return !denied.has(`${typeName}.${fieldName}`) && !denied.has(fieldArn(apiArn, typeName, fieldName));
    }
    if (caller.mode === 'API_KEY' || !rule.asksIam || !caller.principal) return true;
    try {
      cloud.iam.authorize(caller.principal, {
        action: 'appsync:GraphQL',
        resource: fieldArn(apiArn, typeName, fieldName),
      });
      return true;
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      denials.push(error.message);
      return false;
    }
  }

  return {
    denials,
    allows(rule) {
      let answer = decided.get(rule);
      if (answer === undefined) {
        answer = decide(rule);
        decided.set(rule, answer);
      }
      return answer;
    },
  };
}

/** AppSync's error for a field that the caller may not read. */
export function notAuthorized(fieldName: string, typeName: string): ResolverError {
  return new ResolverError(`Not Authorized to access ${fieldName} on type ${typeName}`, 'Unauthorized');
}
