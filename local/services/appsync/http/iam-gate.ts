import { Kind, type OperationDefinitionNode } from 'graphql16';
import { resolverKey } from '../api.ts';
import type { FieldAuthorizer } from '../auth/authorize-field.ts';
import type { Caller } from '../auth/caller.ts';
import { unauthorized } from '../auth/unauthorized.ts';
import type { CompiledApi } from '../compile.ts';

/**
 * With AWS_IAM, a request of which the policies allow no top-level field at all is refused as a whole: 401
 * «Permission denied» (amplify-cli#6595). Where they allow some, the others fail field by field.
 */
export function denyAllIfIamDenies(
  api: CompiledApi,
  operation: OperationDefinitionNode,
  caller: Caller,
  authorizer: FieldAuthorizer,
): void {
  if (caller.mode !== 'AWS_IAM') return;
  const type = api.schema.getRootType(operation.operation)?.name ?? '';
  const rules = operation.selectionSet.selections.flatMap((one) =>
    one.kind === Kind.FIELD ? (api.rootRules.get(resolverKey(type, one.name.value)) ?? []) : [],
  );
  const denied = rules.filter((rule) => !authorizer.allows(rule));
  // A field that is not open to IAM at all is told field by field: no policy could help.
  const byPolicy = denied.filter((rule) => rule.modes.has('AWS_IAM'));
  if (rules.length > 0 && byPolicy.length === rules.length) throw unauthorized('Permission denied');
}
