import type { Operation } from '../../../core/service.ts';
import type { Idp } from '../idp.ts';
import { pageToken, readLimit, readPageToken } from '../input.ts';
import { page } from '../page.ts';

interface Input {
  readonly MaxResults?: number;
  readonly NextToken?: string;
}

/** All user pools, in the order of their ids. */
export function ListUserPools(idp: Idp): Operation<Input> {
  return {
    authorize: () => [{ action: 'cognito-idp:ListUserPools', resource: '*' }],
    run(input) {
      const pools = [...idp.registry.pools()].sort((a, b) => (a.id < b.id ? -1 : 1));
      const after = readPageToken(input.NextToken);
      const { rows, next } = page(pools, (pool) => pool.id, after, readLimit(input.MaxResults));
      return {
        UserPools: rows.map((pool) => {
          const created = idp.store.poolCreated(pool.id, idp.cloud.clock.now()) / 1000;
          return { Id: pool.id, Name: pool.name, CreationDate: created, LastModifiedDate: created };
        }),
        ...(next !== undefined && { NextToken: pageToken(next) }),
      };
    },
  };
}
