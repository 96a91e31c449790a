import { notCovered } from '../../../core/errors.ts';
import type { ResourceHandler } from '../../../core/resource.ts';
import { stableUuid } from '../../../core/stable-id.ts';
import type { Federation } from '../federation.ts';

interface Properties {
  readonly IdentityPoolName?: string;
  readonly AllowUnauthenticatedIdentities?: boolean | string;
  readonly CognitoIdentityProviders?: readonly {
    readonly ClientId: string;
    readonly ProviderName: string;
    readonly ServerSideTokenCheck?: boolean | string;
  }[];
  readonly SupportedLoginProviders?: Readonly<Record<string, string>>;
  readonly OpenIdConnectProviderARNs?: readonly string[];
  readonly SamlProviderARNs?: readonly string[];
  readonly DeveloperProviderName?: string;
}

const isTrue = (value: unknown): boolean => value === true || value === 'true';

/** AWS::Cognito::IdentityPool. Throws `NotCovered` for other providers than user pools. */
export function IdentityPool({ cloud, registry }: Federation): ResourceHandler<Properties> {
  return {
    types: ['AWS::Cognito::IdentityPool'],
    covers: {
      honoured: [
        'IdentityPoolName',
        'AllowUnauthenticatedIdentities',
        'CognitoIdentityProviders',
        'SupportedLoginProviders',
        'OpenIdConnectProviderARNs',
        'SamlProviderARNs',
        'DeveloperProviderName',
      ],
      withoutEffect: { 'it describes': ['IdentityPoolTags'] },
    },
    apply({ address, logicalId, properties }) {
      const others = [
        ...Object.keys(properties.SupportedLoginProviders ?? {}),
        ...(properties.OpenIdConnectProviderARNs ?? []),
        ...(properties.SamlProviderARNs ?? []),
        ...(properties.DeveloperProviderName ? [properties.DeveloperProviderName] : []),
      ];
      if (others.length > 0) throw notCovered(`the identity provider ${others[0]} of an identity pool`);
      const id = `${cloud.region}:${stableUuid(address)}`;
      const name = properties.IdentityPoolName ?? logicalId;
      registry.putPool({
        id,
        name,
        address,
        allowGuests: isTrue(properties.AllowUnauthenticatedIdentities),
        providers: (properties.CognitoIdentityProviders ?? []).map((provider) => ({
          name: provider.ProviderName,
          clientId: provider.ClientId,
          serverSideTokenCheck: isTrue(provider.ServerSideTokenCheck),
        })),
      });
      return { ref: id, attributes: { Id: id, Name: name } };
    },
    remove: ({ address }) => registry.remove(address),
  };
}
