import type { Operation } from '../../../core/service.ts';
import { consumeChallenge, createChallenge } from '../auth/challenge.ts';
import { authorizeSetup } from '../auth/softwareTokenSetup.ts';
import type { SetupInput } from '../auth/softwareTokenSetup.ts';
import { createTotpSecret } from '../auth/totp.ts';
import type { Idp } from '../idp.ts';
import { saveUser } from '../users.ts';

/** Gives a secret for an authenticator app; it counts once VerifySoftwareToken has seen a code of it. */
export function AssociateSoftwareToken(idp: Idp): Operation<SetupInput> {
  return {
    authorize: 'public',
    run(input) {
      const { pool, user, session } = authorizeSetup(idp, input);
      const SecretCode = createTotpSecret();
      return idp.store.transaction(() => {
        saveUser(idp, pool, user, { totpPending: SecretCode });
        if (!session) return { SecretCode };
        consumeChallenge(idp, input.Session as string);
        const client = idp.registry.client(session.clientId);
        return {
          SecretCode,
          Session: createChallenge(idp, client, user.username, 'MFA_SETUP', session.data),
        };
      });
    },
  };
}
