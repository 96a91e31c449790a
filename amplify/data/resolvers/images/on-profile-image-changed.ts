import { extensions, util, type Context } from '@aws-appsync/utils';
import visibleProfileIds from '../../../../sql/queries/visible_profile_ids.sql';
import { callerId, json, rows, statement } from '../lib/statement.ts';

/** What one `in` of AppSync's filters takes. */
const GROUP = 5;
const MOST = 20;

export function request(ctx: Context<{ profileIds: string[] }>) {
  const ids = ctx.args.profileIds;
  if (ids.length < 1 || ids.length > MOST) {
    util.error(`Name between 1 and ${MOST} people.`, 'InvalidIds');
  }
  return statement(visibleProfileIds, { viewer_id: callerId(ctx), ids: JSON.stringify(ids) });
}

/** The server passes on only what is about people whom the caller may see; a client cannot widen this. */
export function response(ctx: Context) {
  const [row] = rows<{ item: string }>(ctx);
  const visible = json<string[]>(row?.item) ?? [];
  const groups = [0, 1, 2, 3]
    .map((group) => visible.slice(group * GROUP, (group + 1) * GROUP))
    // Without anybody a filter that nothing passes: none at all would let everything through.
    .filter((ids, index) => ids.length > 0 || index === 0)
    .map((ids) => ({
      filters: [
        { fieldName: 'profileId', operator: 'in' as const, value: ids.length > 0 ? ids : ['nobody'] },
        { fieldName: 'status', operator: 'eq' as const, value: 'READY' },
      ],
    }));
  extensions.setSubscriptionFilter({ filterGroup: groups });
  return null;
}
