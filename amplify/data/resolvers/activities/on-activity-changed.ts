import { extensions, util, type Context } from '@aws-appsync/utils';
import { WATCHED_MAX } from '../../../../shared/limits.ts';

export function request() {
  return { payload: null };
}

/** Passes on what happened to the cruds themselves, and new replies to them, when it is time to tell. */
export function response(ctx: Context<{ ids: string[] }>) {
  const { ids } = ctx.args;
  if (ids.length < 1 || ids.length > WATCHED_MAX) {
    util.error(`One subscription watches between 1 and ${WATCHED_MAX} cruds.`, 'InvalidIds');
  }
  extensions.setSubscriptionFilter({
    filterGroup: [
      {
        filters: [
          { fieldName: 'id', operator: 'in', value: ids },
          { fieldName: 'changed', operator: 'eq', value: true },
        ],
      },
      {
        filters: [
          { fieldName: 'parentId', operator: 'in', value: ids },
          { fieldName: 'parentChanged', operator: 'eq', value: true },
        ],
      },
    ],
  });
  return null;
}
