import type { Clock } from '../core/clock.ts';
import type { Authorizer, TemporaryCredentials } from '../core/context.ts';
import { AwsError } from '../core/errors.ts';
import type { Permission, Principal } from '../core/principal.ts';
import type { ResourceHandler } from '../core/resource.ts';
import { accessDenied, callerArn } from './access-denied.ts';
import { createDecider } from './decide.ts';
import { loadKeys, randomKeyPart, type DeveloperCredentials } from './credentials/key-file.ts';
import { createKeyResolver, type KeyResolver } from './credentials/resolve.ts';
import { sealSession, sessionSecret } from './credentials/session-token.ts';
import { compilePolicy, type CompiledPolicy } from './policy/compile.ts';
import { createRoleStore, type RoleStore } from './roles/role-store.ts';
import { roleResources } from './roles/role-resource.ts';
import { createSignatureVerifier, type SignatureVerifier } from './sigv4/verify.ts';
import { assertTrusted, type TrustRequest } from './trust.ts';

type RoleSession = Extract<Principal, { kind: 'role' }>;

/** IAM and what belongs to it: policies, roles, credentials, signatures. */
export interface Iam extends Authorizer {
  readonly accountId: string;
  readonly developerCredentials: DeveloperCredentials;
  readonly roles: RoleStore;
  readonly resources: readonly ResourceHandler[];
  readonly signatures: SignatureVerifier;
  /** The policy on a resource (`AWS::Lambda::Permission`, `AWS::S3::BucketPolicy`), in place of the one before. */
  addResourcePolicy(resourceArn: string, document: unknown): void;
  removeResourcePolicy(resourceArn: string): void;
  /** Throws AccessDenied unless the role's trust policy lets this caller assume it. */
  assertTrusted(roleArn: string, request: TrustRequest): void;
  /** Who an access key belongs to. */
  readonly resolveAccessKey: KeyResolver;
}

export interface IamOptions {
  readonly accountId: string;
  readonly region: string;
  readonly clock: Clock;
  /** Where the keys are kept, an absolute path to an existing folder. */
  readonly stateFolder: string;
}

/** Creates the account's IAM. Roles and policies come from the templates; keys from the state folder. */
export function createIam(options: IamOptions): Iam {
  const { accountId, clock } = options;
  const keys = loadKeys(options.stateFolder);
  const resourcePolicies = new Map<string, CompiledPolicy>();
  const roles = createRoleStore(accountId, () => decider.forget());
  const decider = createDecider({ accountId, clock, region: options.region, roles, resourcePolicies });
  const findKey = createKeyResolver(keys, clock);

  function authorize(principal: Principal, permission: Permission, how: { errorCode?: string } = {}): void {
    const denied = decider.decide(principal, permission);
    if (!denied) return;
    throw accessDenied(
      callerArn(principal, accountId),
      permission.action,
      permission.resource,
      denied,
      how.errorCode,
    );
  }

  function issueCredentials(session: RoleSession, lifetimeSeconds = 3600): TemporaryCredentials {
    if (!roles.byArn(session.roleArn)) {
      throw new AwsError('NoSuchEntity', `The role ${session.roleArn} cannot be found.`, { statusCode: 404 });
    }
    // An identity pool hands out only roles that trust it, under the conditions they make (aud, amr).
    if (session.sessionContext?.['cognito-identity.amazonaws.com:aud'] !== undefined) {
      assertTrusted({ roles, accountId }, session.roleArn, {
        action: 'sts:AssumeRoleWithWebIdentity',
        caller: { aws: [], federated: 'cognito-identity.amazonaws.com' },
        context: session.sessionContext,
      });
    }
    const accessKeyId = `ASIA${randomKeyPart()}`;
    const expiration = clock.now() + lifetimeSeconds * 1000;
    const sessionToken = sealSession({ accessKeyId, session, expiration }, keys.masterKey);
    const secretAccessKey = sessionSecret(accessKeyId, sessionToken, keys.masterKey);
    return { accessKeyId, secretAccessKey, sessionToken, expiration };
  }

  return {
    accountId,
    developerCredentials: keys.developer,
    roles,
    resources: roleResources(roles),
    signatures: createSignatureVerifier({ clock, region: options.region, resolve: findKey }),
    authorize,
    issueCredentials,
    addResourcePolicy(arn, document) {
      resourcePolicies.set(arn, compilePolicy(document));
      decider.forget();
    },
    removeResourcePolicy(arn) {
      resourcePolicies.delete(arn);
      decider.forget();
    },
    assertTrusted: (roleArn, request) => assertTrusted({ roles, accountId }, roleArn, request),
    resolveAccessKey: findKey,
  };
}
