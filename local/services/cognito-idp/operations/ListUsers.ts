import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import { presentUser } from '../attributes/present.ts';
import { parseUserFilter } from '../attributes/userFilter.ts';
import type { WireAttribute } from '../attributes/validateAttributes.ts';
import { poolOperation } from '../define.ts';
import type { Idp } from '../idp.ts';
import { pageToken, readLimit, readPageToken } from '../input.ts';
import { page } from '../page.ts';

interface Input {
  readonly UserPoolId?: string;
  readonly AttributesToGet?: readonly string[];
  readonly Filter?: string;
  readonly Limit?: number;
  readonly PaginationToken?: string;
}

/** Users, in the order of their names, that fit a filter. */
export function ListUsers(idp: Idp): Operation<Input> {
  return poolOperation<Input>(idp, 'ListUsers', (pool, input) => {
    const filter = parseUserFilter(pool, input.Filter ?? '');
    const wanted = input.AttributesToGet;
    for (const name of wanted ?? []) {
      if (name !== 'sub' && !pool.schema.has(name)) {
        throw new AwsError('InvalidParameterException', 'Input fails to satisfy the constraints.');
      }
    }
    const users = idp.store.users.list(pool.id, readPageToken(input.PaginationToken)).filter(filter);
    const { rows, next } = page(users, (user) => user.username, '', readLimit(input.Limit));
    return {
      Users: rows.map(presentUser).map((user) => ({
        ...user,
        ...(wanted && {
          Attributes: (user['Attributes'] as WireAttribute[]).filter(({ Name }) =>
            wanted.includes(Name ?? ''),
          ),
        }),
      })),
      ...(next !== undefined && { PaginationToken: pageToken(next) }),
    };
  });
}
