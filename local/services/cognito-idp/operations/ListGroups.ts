import type { Operation } from '../../../core/service.ts';
import { poolOperation } from '../define.ts';
import { presentGroup } from '../groups.ts';
import type { Idp } from '../idp.ts';
import { pageToken, readLimit, readPageToken } from '../input.ts';
import { page } from '../page.ts';

interface Input {
  readonly UserPoolId?: string;
  readonly Limit?: number;
  readonly NextToken?: string;
}

/** The groups of a pool, in the order of their names. */
export function ListGroups(idp: Idp): Operation<Input> {
  return poolOperation<Input>(idp, 'ListGroups', (pool, input) => {
    const groups = idp.store.groups.list(pool.id);
    const after = readPageToken(input.NextToken);
    const { rows, next } = page(groups, (group) => group.name, after, readLimit(input.Limit));
    return { Groups: rows.map(presentGroup), ...(next !== undefined && { NextToken: pageToken(next) }) };
  });
}
