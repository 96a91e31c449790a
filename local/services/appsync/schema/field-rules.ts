import type { ConstDirectiveNode, GraphQLObjectType, GraphQLSchema } from 'graphql16';
import type { AuthMode, AuthProvider } from '../auth/provider.ts';

/** Who may read a field. One object per distinct field, so that decisions can be remembered by identity. */
export interface FieldRule {
  readonly typeName: string;
  readonly fieldName: string;
  readonly modes: ReadonlySet<AuthMode>;
  /** Groups of which one is needed when a user pool's token is used; undefined for «no group needed». */
  readonly groups?: ReadonlySet<string>;
  /** Whether IAM policies are asked for this field: the root types' fields, and what `@aws_iam` marks. */
  readonly asksIam: boolean;
  /** A field of Query, Mutation or Subscription. */
  readonly isRoot: boolean;
}

const MODE_OF: Readonly<Record<string, AuthMode>> = {
  aws_api_key: 'API_KEY',
  aws_iam: 'AWS_IAM',
  aws_lambda: 'AWS_LAMBDA',
  aws_cognito_user_pools: 'AMAZON_COGNITO_USER_POOLS',
  aws_auth: 'AMAZON_COGNITO_USER_POOLS',
};

/**
 * The rule of one field. Directives of the field win over those of its type; without any, only the API's
 * default mode may pass. `@aws_auth` counts only when the user pool is the one and only mode.
 */
export function fieldRule(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  fieldName: string,
  providers: readonly AuthProvider[],
): FieldRule {
  const field = type.getFields()[fieldName];
  const single = providers.length === 1;
  const own = authDirectives(field?.astNode?.directives ?? [], single);
  const directives = own.length ? own : authDirectives(typeDirectives(type), single);
  const [defaultProvider] = providers;
  const isRoot = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(
    type,
  );
  const asksIam = isRoot || directives.some((one) => one.name.value === 'aws_iam');
  const base = { typeName: type.name, fieldName, asksIam, isRoot };
  if (!directives.length) {
    const denied =
      defaultProvider?.mode === 'AMAZON_COGNITO_USER_POOLS' && defaultProvider.defaultAction === 'DENY';
    const modes = new Set<AuthMode>(defaultProvider ? [defaultProvider.mode] : []);
    return denied ? { ...base, modes, groups: new Set() } : { ...base, modes };
  }
  const modes = new Set(directives.flatMap((one) => MODE_OF[one.name.value] ?? []));
  const groups = groupsOf(directives);
  return groups ? { ...base, modes, groups } : { ...base, modes };
}

function typeDirectives(type: GraphQLObjectType): readonly ConstDirectiveNode[] {
  const extensions = type.extensionASTNodes.flatMap((node) => node.directives ?? []);
  return [...(type.astNode?.directives ?? []), ...extensions];
}

function authDirectives(directives: readonly ConstDirectiveNode[], single: boolean): ConstDirectiveNode[] {
  return directives.filter(
    ({ name }) =>
      name.value === 'aws_oidc' || (name.value in MODE_OF && (name.value !== 'aws_auth' || single)),
  );
}

function groupsOf(directives: readonly ConstDirectiveNode[]): ReadonlySet<string> | undefined {
  const lists = directives.flatMap((directive) => {
    const value = directive.arguments?.find((argument) => argument.name.value === 'cognito_groups')?.value;
    if (value?.kind === 'StringValue') return [[value.value]];
    if (value?.kind !== 'ListValue') return [];
    return [value.values.flatMap((one) => (one.kind === 'StringValue' ? [one.value] : []))];
  });
  return lists.length ? new Set(lists.flat()) : undefined;
}
