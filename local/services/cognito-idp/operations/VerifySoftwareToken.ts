import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import { consumeChallenge, createChallenge } from '../auth/challenge.ts';
import { checkLimit, countAttempt } from '../auth/limits.ts';
import { authorizeSetup } from '../auth/softwareTokenSetup.ts';
import type { SetupInput } from '../auth/softwareTokenSetup.ts';
import { matchTotp } from '../auth/totp.ts';
import type { Idp } from '../idp.ts';
import { requireText } from '../input.ts';
import { saveUser } from '../users.ts';

interface Input extends SetupInput {
  readonly UserCode?: string;
  readonly FriendlyDeviceName?: string;
}

/**
 * Proves that an authenticator app has the secret. During a sign-in that demands a second factor the factor is on
 * from then; for a signed-in user SetUserMFAPreference switches it on.
 */
export function VerifySoftwareToken(idp: Idp): Operation<Input> {
  return {
    authorize: 'public',
    run(input) {
      const { pool, user, session } = authorizeSetup(idp, input);
      const code = requireText(input as Record<string, unknown>, 'UserCode');
      const secret = user.totpPending;
      if (secret === undefined) {
        throw new AwsError(
          'InvalidParameterException',
          'Software token has not been associated for the user',
        );
      }
      checkLimit(idp, pool, user.username, 'verify-software-token');
      const step = matchTotp(secret, code, idp.cloud.clock.now());
      if (step === undefined) {
        countAttempt(idp, pool, user.username, 'verify-software-token');
        throw new AwsError('EnableSoftwareTokenMFAException', 'Code mismatch');
      }
      return idp.store.transaction(() => {
        saveUser(idp, pool, user, {
          totpSecret: secret,
          totpPending: undefined,
          totpStep: step,
          ...(session && { mfa: { enabled: ['SOFTWARE_TOKEN_MFA'], preferred: 'SOFTWARE_TOKEN_MFA' } }),
        });
        if (!session) return { Status: 'SUCCESS' };
        consumeChallenge(idp, input.Session as string);
        const client = idp.registry.client(session.clientId);
        const next = createChallenge(idp, client, user.username, 'MFA_SETUP_VERIFIED', session.data);
        return { Status: 'SUCCESS', Session: next };
      });
    },
  };
}
