import type { Operation } from '../../../core/service.ts';
import { presentAttributes } from '../attributes/present.ts';
import { userOperation } from '../define.ts';
import type { Idp } from '../idp.ts';
import type { User } from '../store/users.ts';

interface Input {
  readonly AccessToken?: string;
}

/** The signed-in user, with the attributes that their client may read. */
export function GetUser(idp: Idp): Operation<Input> {
  return userOperation<Input>(idp, ({ client, user }) => ({
    Username: user.username,
    UserAttributes: presentAttributes(user, client),
    ...presentMfa(user),
  }));
}

/** The second factors of a user, absent as long as there are none. */
export function presentMfa(user: User): Record<string, unknown> {
  return {
    ...(user.mfa.preferred !== undefined && { PreferredMfaSetting: user.mfa.preferred }),
    ...(user.mfa.enabled.length > 0 && { UserMFASettingList: user.mfa.enabled }),
  };
}
