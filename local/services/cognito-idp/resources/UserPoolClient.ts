import type { ResourceHandler } from '../../../core/resource.ts';
import { stableId } from '../../../core/stable-id.ts';
import type { Idp } from '../idp.ts';
import { readBoolean, readNumber } from './properties.ts';

const UNIT_MS: Readonly<Record<string, number>> = {
  seconds: 1000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
};

interface Properties {
  readonly UserPoolId: string;
  readonly ClientName?: string;
  readonly GenerateSecret?: boolean | string;
  readonly ExplicitAuthFlows?: readonly string[];
  readonly PreventUserExistenceErrors?: string;
  readonly AccessTokenValidity?: number;
  readonly IdTokenValidity?: number;
  readonly RefreshTokenValidity?: number;
  readonly AuthSessionValidity?: number;
  readonly TokenValidityUnits?: Readonly<Record<'AccessToken' | 'IdToken' | 'RefreshToken', string>>;
  readonly EnableTokenRevocation?: boolean | string;
  readonly RefreshTokenRotation?: {
    readonly Feature?: string;
    readonly RetryGracePeriodSeconds?: number;
  };
  readonly ReadAttributes?: readonly string[];
  readonly WriteAttributes?: readonly string[];
}

/** AWS::Cognito::UserPoolClient. */
export function UserPoolClient(idp: Idp): ResourceHandler<Properties> {
  return {
    types: ['AWS::Cognito::UserPoolClient'],
    covers: {
      honoured: [
        'UserPoolId',
        'ClientName',
        'GenerateSecret',
        'ExplicitAuthFlows',
        'PreventUserExistenceErrors',
        'AccessTokenValidity',
        'IdTokenValidity',
        'RefreshTokenValidity',
        'AuthSessionValidity',
        'TokenValidityUnits',
        'EnableTokenRevocation',
        'RefreshTokenRotation',
        'ReadAttributes',
        'WriteAttributes',
      ],
      withoutEffect: {
        'a hosted page needs a domain, which is not covered': [
          'AllowedOAuthFlows',
          'AllowedOAuthFlowsUserPoolClient',
          'AllowedOAuthScopes',
          'CallbackURLs',
          'LogoutURLs',
          'DefaultRedirectURI',
        ],
        'other providers are resources, which are not covered': ['SupportedIdentityProviders'],
        'nothing is measured': ['AnalyticsConfiguration', 'EnablePropagateAdditionalUserContextData'],
      },
    },
    apply({ address, logicalId, properties }) {
      const id = stableId(address, 26);
      const name = properties.ClientName ?? logicalId;
      const secret = readBoolean(properties.GenerateSecret, false)
        ? stableId(`secret:${address}`, 51)
        : undefined;
      const units = properties.TokenValidityUnits;
      const lifetime = (
        value: unknown,
        unit: string | undefined,
        standard: string,
        otherwise: number,
      ): number =>
        readNumber(value, 0) === 0 ? otherwise : readNumber(value, 0) * (UNIT_MS[unit ?? standard] as number);
      const rotation = properties.RefreshTokenRotation;
      idp.registry.putClient({
        id,
        name,
        address,
        poolId: properties.UserPoolId,
        secret,
        authFlows: properties.ExplicitAuthFlows ?? [
          'ALLOW_REFRESH_TOKEN_AUTH',
          'ALLOW_USER_SRP_AUTH',
          'ALLOW_CUSTOM_AUTH',
        ],
        preventUserExistenceErrors: properties.PreventUserExistenceErrors === 'ENABLED',
        accessTokenMs: lifetime(properties.AccessTokenValidity, units?.AccessToken, 'hours', 3_600_000),
        idTokenMs: lifetime(properties.IdTokenValidity, units?.IdToken, 'hours', 3_600_000),
        refreshTokenMs: lifetime(
          properties.RefreshTokenValidity,
          units?.RefreshToken,
          'days',
          30 * 86_400_000,
        ),
        authSessionMs: readNumber(properties.AuthSessionValidity, 3) * 60_000,
        rotation:
          rotation?.Feature === 'ENABLED'
            ? { graceMs: readNumber(rotation.RetryGracePeriodSeconds, 0) * 1000 }
            : undefined,
        revocation: readBoolean(properties.EnableTokenRevocation, true),
        readAttributes: properties.ReadAttributes,
        writeAttributes: properties.WriteAttributes,
        properties: properties as unknown as Record<string, unknown>,
      });
      return {
        ref: id,
        attributes: { ClientId: id, Name: name, ...(secret !== undefined && { ClientSecret: secret }) },
      };
    },
    remove: ({ address }) => idp.registry.removeClient(address),
  };
}
