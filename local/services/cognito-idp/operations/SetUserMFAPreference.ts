import type { Operation } from '../../../core/service.ts';
import { setMfaPreference } from '../auth/mfaPreference.ts';
import type { MfaPreferenceInput } from '../auth/mfaPreference.ts';
import { userOperation } from '../define.ts';
import type { Idp } from '../idp.ts';

interface Input extends MfaPreferenceInput {
  readonly AccessToken?: string;
}

/** The signed-in user switches their second factor on or off. */
export function SetUserMFAPreference(idp: Idp): Operation<Input> {
  return userOperation<Input>(idp, ({ pool, user }, input) => {
    setMfaPreference(idp, pool, user, input);
    return {};
  });
}
