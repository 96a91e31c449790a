import type { Activity } from './types.ts';

/** What a crud is known by from the moment it is written: it has its client's id before it has one of its own. */
export function crudKey(crud: { author: { id: string }; clientId: string }): string {
  return `${crud.author.id}:${crud.clientId}`;
}

export function isLive(activity: Pick<Activity, 'expiresAt'>, now: number): boolean {
  return Date.parse(activity.expiresAt) > now;
}
