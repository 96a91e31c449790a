import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import { chooseRole } from '../chooseRole.ts';
import type { Federation, Logins } from '../federation.ts';
import { guestsOnlyIfAllowed } from '../guests.ts';
import { requireText } from '../input.ts';
import { sessionContext } from '../sessionContext.ts';
import type { Identity } from '../store.ts';
import { verifyLogins } from '../verifyLogins.ts';
import type { Login } from '../verifyLogins.ts';

interface Input {
  readonly IdentityId?: string;
  readonly Logins?: Logins;
  readonly CustomRoleArn?: string;
}

const LIFETIME_SECONDS = 3600;

/** Credentials of the role that an identity has, for an hour. */
export function GetCredentialsForIdentity(federation: Federation): Operation<Input> {
  return {
    authorize: 'public',
    async run(input) {
      const { cloud, registry, store } = federation;
      const id = requireText(input as Record<string, unknown>, 'IdentityId');
      const asked = store.find(id);
      if (!asked) throw new AwsError('ResourceNotFoundException', `Identity '${id}' not found.`);
      const pool = registry.pool(asked.poolId);
      const login = await verifyLogins(federation, pool, input.Logins);
      if (!login) guestsOnlyIfAllowed(pool);
      const identity = login ? resolve(federation, asked, login) : asked;
      const same = identity.login?.sub === login?.sub && identity.login?.provider === login?.provider;
      if (!same) throw forbidden(identity.id);
      const roleArn = chooseRole(registry.attachment(pool.id), login, input.CustomRoleArn);
      const credentials = cloud.iam.issueCredentials(
        {
          kind: 'role',
          roleArn,
          sessionName: 'CognitoIdentityCredentials',
          sessionContext: sessionContext(identity, login),
        },
        LIFETIME_SECONDS,
      );
      return {
        IdentityId: identity.id,
        Credentials: {
          AccessKeyId: credentials.accessKeyId,
          SecretKey: credentials.secretAccessKey,
          SessionToken: credentials.sessionToken,
          Expiration: credentials.expiration / 1000,
        },
      };
    },
  };
}

/**
 * Whose identity it is. A guest who signs in keeps theirs, unless the person has one already: then that one is
 * answered and the guest's is gone, as Cognito merges them.
 */
function resolve({ cloud, store }: Federation, asked: Identity, login: Login): Identity {
  if (asked.login) return asked;
  const known = store.findByLogin(asked.poolId, login);
  if (known) {
    store.delete(asked.id);
    return known;
  }
  store.link(asked.id, login, cloud.clock.now());
  return store.find(asked.id) as Identity;
}

function forbidden(id: string): AwsError {
  return new AwsError('NotAuthorizedException', `Access to Identity '${id}' is forbidden.`);
}
