import type { ResourceHandler } from '../../../core/resource.ts';
import type { Federation } from '../federation.ts';
import type { RoleMapping, RoleRule } from '../pool.ts';

interface Properties {
  readonly IdentityPoolId: string;
  readonly Roles?: { readonly authenticated?: string; readonly unauthenticated?: string };
  readonly RoleMappings?: Readonly<
    Record<
      string,
      {
        readonly IdentityProvider?: string;
        readonly Type: RoleMapping['type'];
        readonly AmbiguousRoleResolution?: RoleMapping['ambiguous'];
        readonly RulesConfiguration?: { readonly Rules?: readonly RoleRule[] };
      }
    >
  >;
}

/** AWS::Cognito::IdentityPoolRoleAttachment. */
export function IdentityPoolRoleAttachment({ registry }: Federation): ResourceHandler<Properties> {
  return {
    types: ['AWS::Cognito::IdentityPoolRoleAttachment'],
    covers: { honoured: ['IdentityPoolId', 'Roles', 'RoleMappings'] },
    apply({ address, properties }) {
      registry.putAttachment({
        poolId: properties.IdentityPoolId,
        address,
        authenticated: properties.Roles?.authenticated,
        unauthenticated: properties.Roles?.unauthenticated,
        mappings: Object.entries(properties.RoleMappings ?? {}).map(([key, mapping]) => ({
          provider: mapping.IdentityProvider ?? key,
          type: mapping.Type,
          ambiguous: mapping.AmbiguousRoleResolution ?? 'Deny',
          rules: mapping.RulesConfiguration?.Rules ?? [],
        })),
      });
      const id = `${properties.IdentityPoolId}-RoleAttachment`;
      return { ref: id, attributes: { Id: id } };
    },
    remove: ({ address }) => registry.remove(address),
  };
}
