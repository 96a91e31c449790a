import { randomUUID } from 'node:crypto';
import type { PoolClient, UserPool } from '../pool.ts';
import type { Group } from '../store/groups.ts';
import type { Session } from '../store/sessions.ts';
import type { User } from '../store/users.ts';
import type { TokenOverrides } from '../triggers/preTokenGeneration.ts';
import type { Claims } from './jwt.ts';

export const USER_SCOPE = 'aws.cognito.signin.user.admin';

/** Claims that no trigger may add, change or drop (developer guide, «Pre token generation Lambda trigger»). */
const FIXED = new Set([
  'acr',
  'amr',
  'at_hash',
  'auth_time',
  'azp',
  'exp',
  'iat',
  'iss',
  'jti',
  'nbf',
  'nonce',
  'origin_jti',
  'sub',
  'token_use',
  'event_id',
  'device_key',
  'client_id',
  'username',
  'version',
  'identities',
  'cognito:username',
]);

export interface TokenInput {
  readonly pool: UserPool;
  readonly client: PoolClient;
  readonly user: User;
  readonly session: Pick<Session, 'originJti' | 'authTime'>;
  readonly groups: GroupClaims;
  readonly overrides: TokenOverrides;
  readonly eventId: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export interface GroupClaims {
  readonly groups: readonly string[];
  readonly roles: readonly string[];
  readonly preferredRole?: string;
}

/** What groups say in tokens. The preferred role is that of the group with the single lowest precedence. */
export function groupClaims(groups: readonly Group[]): GroupClaims {
  const withRole = groups.filter((group) => group.roleArn !== undefined);
  const first = withRole.filter((group) => group.precedence === withRole[0]?.precedence);
  const candidates = new Set(first.map((group) => group.roleArn));
  return {
    groups: groups.map((group) => group.name),
    roles: [...new Set(withRole.map((group) => group.roleArn as string))],
    preferredRole: candidates.size === 1 ? first[0]?.roleArn : undefined,
  };
}

export function idTokenClaims(input: TokenInput): Claims {
  const { client, user, groups } = input;
  const claims: Claims = {
    sub: user.sub,
    ...(groups.groups.length > 0 && { 'cognito:groups': groups.groups }),
    ...attributeClaims(client, user),
    ...(groups.preferredRole !== undefined && { 'cognito:preferred_role': groups.preferredRole }),
    ...(groups.roles.length > 0 && { 'cognito:roles': groups.roles }),
    'cognito:username': user.username,
    aud: client.id,
    ...common(input, 'id', client.idTokenMs),
  };
  return override(claims, input.overrides.id, new Set([...FIXED, 'aud']));
}

export function accessTokenClaims(input: TokenInput): Claims {
  const { client, user, groups, overrides } = input;
  const scopes = new Set([USER_SCOPE, ...(overrides.access?.scopesToAdd ?? [])]);
  for (const scope of overrides.access?.scopesToSuppress ?? []) scopes.delete(scope);
  const claims: Claims = {
    sub: user.sub,
    ...(groups.groups.length > 0 && { 'cognito:groups': groups.groups }),
    client_id: client.id,
    scope: [...scopes].join(' '),
    username: user.username,
    ...common(input, 'access', client.accessTokenMs),
  };
  return override(claims, overrides.access, new Set([...FIXED, 'scope']));
}

function common(input: TokenInput, use: 'id' | 'access', lifetimeMs: number): Claims {
  const iat = Math.floor(input.now / 1000);
  return {
    iss: input.pool.issuer,
    ...(input.client.revocation && { origin_jti: input.session.originJti }),
    event_id: input.eventId,
    token_use: use,
    auth_time: Math.floor(input.session.authTime / 1000),
    exp: iat + Math.floor(lifetimeMs / 1000),
    iat,
    jti: randomUUID(),
  };
}

/** What the client may read of a user: booleans as booleans, the address as an object, the rest as text. */
function attributeClaims(client: PoolClient, user: User): Claims {
  const claims: Claims = {};
  for (const [name, value] of Object.entries(user.attributes)) {
    if (client.readAttributes && !client.readAttributes.includes(name)) continue;
    if (name.endsWith('_verified')) claims[name] = value === 'true';
    else if (name === 'address') claims[name] = { formatted: value };
    else if (name === 'updated_at') claims[name] = Number(value);
    else claims[name] = value;
  }
  return claims;
}

function override(
  claims: Claims,
  changes: { claimsToAddOrOverride?: Claims; claimsToSuppress?: readonly string[] } | undefined,
  fixed: ReadonlySet<string>,
): Claims {
  const result = { ...claims };
  for (const name of changes?.claimsToSuppress ?? []) if (!fixed.has(name)) delete result[name];
  for (const [name, value] of Object.entries(changes?.claimsToAddOrOverride ?? {})) {
    if (!fixed.has(name)) result[name] = value;
  }
  return result;
}
