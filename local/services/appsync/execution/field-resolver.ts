import type { GraphQLFieldResolver } from 'graphql16';
import { notAuthorized } from '../auth/authorize-field.ts';
import type { FieldRule } from '../schema/field-rules.ts';
import { startFieldRun } from './field-run.ts';
import type { RequestContext } from './request-context.ts';
import type { Runner } from './unit.ts';

/**
 * What graphql-js calls for a field. `rule` is undefined where everybody who was let in may read, `runner` where
 * the field is read from its parent.
 */
export function fieldResolver(
  rule: FieldRule | undefined,
  runner: Runner | undefined,
): GraphQLFieldResolver<unknown, RequestContext> {
  return (source, args, request, info) => {
    if (rule && !request.authorizer.allows(rule)) throw notAuthorized(info.fieldName, info.parentType.name);
    if (!runner || request.delivering) return (source as Record<string, unknown> | null)?.[info.fieldName];
    return runner(startFieldRun(request, source, args, info));
  };
}
