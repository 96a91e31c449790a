import type { CloudContext } from '../../core/context.ts';
import { AwsError } from '../../core/errors.ts';
import type { Principal } from '../../core/principal.ts';
import type { FunctionConfig, FunctionPermission, FunctionRegistry } from './functions.ts';

/**
 * Whether somebody may invoke a function: services by its resource policy, roles by their own policies or by it.
 * Throws AccessDeniedException.
 */
export function authorizeInvoke(
  cloud: CloudContext,
  registry: FunctionRegistry,
  principal: Principal,
  config: FunctionConfig,
): void {
  const statements = [...(registry.permissions.get(config.name)?.values() ?? [])];
  if (statements.some((statement) => allows(statement, principal, cloud.accountId))) return;
  if (principal.kind === 'service') {
    throw new AwsError(
      'AccessDeniedException',
      `User: ${principal.service} is not authorized to perform: lambda:InvokeFunction on resource: ${config.arn} because no resource-based policy allows the lambda:InvokeFunction action`,
      { statusCode: 403 },
    );
  }
  cloud.iam.authorize(principal, { action: 'lambda:InvokeFunction', resource: config.arn });
}

function allows(statement: FunctionPermission, principal: Principal, accountId: string): boolean {
  if (!['lambda:InvokeFunction', 'lambda:*', '*'].includes(statement.action)) return false;
  if (principal.kind === 'role') {
    return [principal.roleArn, '*'].includes(statement.principal);
  }
  if (principal.kind !== 'service' || statement.principal !== principal.service) return false;
  if (statement.sourceAccount !== undefined && statement.sourceAccount !== accountId) return false;
  return statement.sourceArn === undefined || like(principal.sourceArn ?? '', statement.sourceArn);
}

/** `ArnLike`: `*` stands for anything, `?` for one character. */
function like(arn: string, pattern: string): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(arn);
}
