import type { Operation } from '../../../core/service.ts';
import { setMfaPreference } from '../auth/mfaPreference.ts';
import type { MfaPreferenceInput } from '../auth/mfaPreference.ts';
import { poolUserOperation } from '../define.ts';
import type { PoolUserInput } from '../define.ts';
import type { Idp } from '../idp.ts';

/** Switches a user's second factor on or off. */
export function AdminSetUserMFAPreference(idp: Idp): Operation<PoolUserInput & MfaPreferenceInput> {
  return poolUserOperation<PoolUserInput & MfaPreferenceInput>(
    idp,
    'AdminSetUserMFAPreference',
    (pool, user, input) => {
      setMfaPreference(idp, pool, user, input);
      return {};
    },
  );
}
