import { triggerAttributes } from '../attributes/present.ts';
import type { Idp } from '../idp.ts';
import type { PoolClient, UserPool } from '../pool.ts';
import type { User } from '../store/users.ts';
import { USER_SCOPE } from '../tokens/claims.ts';
import type { GroupClaims } from '../tokens/claims.ts';
import type { Claims } from '../tokens/jwt.ts';
import { invokeTrigger, unrecognizable } from './invoke.ts';

export type TokenSource =
  'TokenGeneration_Authentication' | 'TokenGeneration_NewPasswordChallenge' | 'TokenGeneration_RefreshTokens';

export interface ClaimOverrides {
  readonly claimsToAddOrOverride?: Claims;
  readonly claimsToSuppress?: readonly string[];
}

export interface TokenOverrides {
  readonly id?: ClaimOverrides;
  readonly access?: ClaimOverrides & {
    readonly scopesToAdd?: readonly string[];
    readonly scopesToSuppress?: readonly string[];
  };
  readonly groups?: GroupClaims;
}

interface GroupOverride {
  readonly groupsToOverride?: readonly string[];
  readonly iamRolesToOverride?: readonly string[];
  readonly preferredRole?: string;
}

/**
 * Asks the PreTokenGeneration trigger what to change in the tokens. Version 1 changes the id token (and groups in
 * both), version 2 the access token as well.
 */
export async function preTokenGeneration(
  idp: Idp,
  pool: UserPool,
  client: PoolClient,
  user: User,
  options: {
    source: TokenSource;
    groups: GroupClaims;
    clientMetadata?: Readonly<Record<string, string>>;
  },
): Promise<TokenOverrides> {
  const second = pool.preTokenVersion === 'V2_0';
  const answer = second ? 'claimsAndScopeOverrideDetails' : 'claimsOverrideDetails';
  const response = await invokeTrigger(idp, pool, 'PreTokenGeneration', {
    version: second ? '2' : '1',
    source: options.source,
    username: user.username,
    clientId: client.id,
    request: {
      userAttributes: triggerAttributes(user),
      groupConfiguration: {
        groupsToOverride: options.groups.groups,
        iamRolesToOverride: options.groups.roles,
        preferredRole: options.groups.preferredRole ?? null,
      },
      ...(second && { scopes: [USER_SCOPE] }),
      ...(options.clientMetadata && { clientMetadata: options.clientMetadata }),
    },
    response: { [answer]: null },
  });
  const details = object(response?.[answer]);
  if (!details) return {};
  const groups = object(details['groupOverrideDetails']) as GroupOverride | undefined;
  const id = second ? object(details['idTokenGeneration']) : details;
  const access = second ? object(details['accessTokenGeneration']) : undefined;
  return {
    id: id && { ...claimChanges(id) },
    access: access && {
      ...claimChanges(access),
      scopesToAdd: strings(access['scopesToAdd']),
      scopesToSuppress: strings(access['scopesToSuppress']),
    },
    groups: groups && {
      groups: strings(groups.groupsToOverride) ?? options.groups.groups,
      roles: strings(groups.iamRolesToOverride) ?? options.groups.roles,
      preferredRole: groups.preferredRole ?? options.groups.preferredRole,
    },
  };
}

function claimChanges(details: Record<string, unknown>): ClaimOverrides {
  return {
    claimsToAddOrOverride: object(details['claimsToAddOrOverride']),
    claimsToSuppress: strings(details['claimsToSuppress']),
  };
}

function object(value: unknown): Record<string, unknown> | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) throw unrecognizable();
  return value as Record<string, unknown>;
}

function strings(value: unknown): readonly string[] | undefined {
  if (value === null || value === undefined) return undefined;
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'string')) throw unrecognizable();
  return value as string[];
}
