import type { Clock } from '../core/clock.ts';
import type { Permission, Principal } from '../core/principal.ts';
import { callerArn, type DenialReason } from './access-denied.ts';
import { compilePolicy, type CompiledPolicy } from './policy/compile.ts';
import { evaluatePolicies, type Decision } from './policy/evaluate.ts';
import type { CallerNames } from './policy/principals.ts';
import { createRequestContext, type RequestContext } from './policy/request-context.ts';
import type { RoleStore } from './roles/role-store.ts';

export interface DeciderOptions {
  readonly accountId: string;
  readonly region: string;
  readonly clock: Clock;
  readonly roles: RoleStore;
  readonly resourcePolicies: ReadonlyMap<string, CompiledPolicy>;
}

export interface Decider {
  /** Undefined when it is allowed. */
  decide(principal: Principal, permission: Permission): DenialReason | undefined;
  /** A policy changed: drops cached decisions. */
  forget(): void;
}

const MAX_CACHED = 20_000;

/**
 * Decides requests within one account: identity and resource policies together, then the limits that a permissions
 * boundary and session policies set (IAM user guide, «Policy evaluation logic»). Decisions that depend on nothing but
 * role, action and resource are cached.
 */
export function createDecider(options: DeciderOptions): Decider {
  const cache = new Map<string, DenialReason | undefined>();

  function decide(principal: Principal, permission: Permission): DenialReason | undefined {
    if (principal.kind === 'developer') return undefined;
    const key =
      principal.kind === 'role' && principal.sessionPolicies === undefined
        ? `${principal.roleArn} ${permission.action} ${permission.resource}`
        : undefined;
    if (key !== undefined && cache.has(key)) return cache.get(key);
    const { reason, contextual } = evaluate(options, principal, permission);
    if (key !== undefined && !contextual) {
      if (cache.size >= MAX_CACHED) cache.clear();
      cache.set(key, reason);
    }
    return reason;
  }

  return { decide, forget: () => cache.clear() };
}

interface Outcome {
  readonly reason: DenialReason | undefined;
  readonly contextual: boolean;
}

function evaluate(options: DeciderOptions, principal: Principal, permission: Permission): Outcome {
  const context = contextOf(options, principal, permission);
  const request = { action: permission.action, resource: permission.resource, context };
  const role = principal.kind === 'role' ? options.roles.byArn(principal.roleArn) : undefined;
  const byIdentity = evaluatePolicies(role?.policies ?? [], request);
  const onResource = [...resourcePoliciesFor(options.resourcePolicies, permission.resource)];
  const byResource = evaluatePolicies(onResource, {
    ...request,
    caller: namesOf(principal, options.accountId),
  });
  const limits: [DenialReason['policy'], Decision][] = [];
  if (role?.boundary) limits.push(['permissions boundary', evaluatePolicies([role.boundary], request)]);
  const session = principal.kind === 'role' ? principal.sessionPolicies : undefined;
  if (session) limits.push(['session policy', evaluatePolicies(session.map(compilePolicy), request)]);

  const decisions = [byIdentity, byResource, ...limits.map(([, decision]) => decision)];
  // A resource's policy may name one session of a role, and the cache knows roles only.
  const contextual = onResource.length > 0 || decisions.some((decision) => decision.contextual);
  const deny = (kind: DenialReason['kind'], policy: DenialReason['policy']): Outcome => ({
    reason: { kind, policy },
    contextual,
  });
  if (byIdentity.effect === 'explicit-deny') return deny('explicit', 'identity-based policy');
  if (byResource.effect === 'explicit-deny') return deny('explicit', 'resource-based policy');
  for (const [policy, decision] of limits) {
    if (decision.effect === 'explicit-deny') return deny('explicit', policy);
  }
  if (byIdentity.effect !== 'allow' && byResource.effect !== 'allow') {
    return deny('implicit', principal.kind === 'role' ? 'identity-based policy' : 'resource-based policy');
  }
  for (const [policy, decision] of limits) if (decision.effect !== 'allow') return deny('implicit', policy);
  return { reason: undefined, contextual };
}

/** A bucket's policy stands on the bucket and speaks for its objects as well. */
function* resourcePoliciesFor(
  policies: ReadonlyMap<string, CompiledPolicy>,
  resource: string,
): Generator<CompiledPolicy> {
  const exact = policies.get(resource);
  if (exact) yield exact;
  const slash = resource.indexOf('/');
  const bucket = slash > 0 && resource.startsWith('arn:aws:s3:') ? resource.slice(0, slash) : undefined;
  const ofBucket = bucket === undefined ? undefined : policies.get(bucket);
  if (ofBucket) yield ofBucket;
}

/** The names by which a `Principal` element can mean this caller. */
function namesOf(principal: Principal, accountId: string): CallerNames {
  if (principal.kind === 'service') return { aws: [], service: principal.service };
  if (principal.kind !== 'role') return { aws: [] };
  return {
    aws: [principal.roleArn, callerArn(principal, accountId)],
    account: [accountId, `arn:aws:iam::${accountId}:root`],
  };
}

function contextOf(options: DeciderOptions, principal: Principal, permission: Permission): RequestContext {
  const now = options.clock.now();
  const caller =
    principal.kind === 'role'
      ? {
          'aws:PrincipalArn': principal.roleArn,
          'aws:PrincipalAccount': options.accountId,
          'aws:PrincipalType': 'AssumedRole',
          'aws:userid': `${options.roles.byArn(principal.roleArn)?.id ?? ''}:${principal.sessionName}`,
        }
      : {};
  const service =
    principal.kind === 'service'
      ? { 'aws:SourceArn': principal.sourceArn, 'aws:SourceAccount': options.accountId }
      : {};
  return createRequestContext(
    {
      // The local cloud is reached over the loopback interface alone, which nobody else can listen to.
      'aws:SecureTransport': 'true',
      'aws:SourceIp': '127.0.0.1',
      'aws:RequestedRegion': options.region,
      'aws:ViaAWSService': String(principal.kind === 'service'),
      'aws:CurrentTime': new Date(now).toISOString(),
      'aws:EpochTime': String(Math.floor(now / 1000)),
    },
    caller,
    service,
    principal.kind === 'role' ? principal.sessionContext : undefined,
    permission.context,
  );
}
