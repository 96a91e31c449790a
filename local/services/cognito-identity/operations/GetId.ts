import type { Operation } from '../../../core/service.ts';
import type { Federation, Logins } from '../federation.ts';
import { guestsOnlyIfAllowed } from '../guests.ts';
import { requireText } from '../input.ts';
import { verifyLogins } from '../verifyLogins.ts';

interface Input {
  readonly AccountId?: string;
  readonly IdentityPoolId?: string;
  readonly Logins?: Logins;
}

/** The identity of a signed-in person, always the same one, or a new one for a guest. */
export function GetId(federation: Federation): Operation<Input> {
  return {
    authorize: 'public',
    async run(input) {
      const { cloud, registry, store } = federation;
      const pool = registry.pool(requireText(input as Record<string, unknown>, 'IdentityPoolId'));
      const login = await verifyLogins(federation, pool, input.Logins);
      const now = cloud.clock.now();
      if (login) return { IdentityId: store.forLogin(cloud.region, pool.id, login, now).id };
      guestsOnlyIfAllowed(pool);
      return { IdentityId: store.createGuest(cloud.region, pool.id, now).id };
    },
  };
}
