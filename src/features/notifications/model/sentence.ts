import type { Notification, NotificationKind } from '../api/notifications.ts';

const DONE: Readonly<Record<NotificationKind, string>> = {
  LIKE: 'liked your crud',
  REPOST: 'reposted your crud',
  QUOTE: 'quoted your crud',
  REPLY: 'replied to you',
  MENTION: 'mentioned you',
  FOLLOW: 'followed you',
};

export interface Sentence {
  /** Those who are named, as places in `actors`: one or two. */
  named: number;
  /** What stands after them: «and 3 others». */
  others: string;
  /** What they did. */
  did: string;
}

/** «Ada liked…», «Ada and Grace liked…», «Ada and 3 others liked…». */
export function sentenceOf({
  kind,
  actors,
  total,
}: Pick<Notification, 'kind' | 'actors' | 'total'>): Sentence {
  const did = DONE[kind];
  const count = Math.max(total, actors.length);
  if (count === 2 && actors.length >= 2) return { named: 2, others: '', did };
  const rest = count - 1;
  return {
    named: 1,
    others: rest > 0 ? `and ${rest.toLocaleString('en')} ${rest === 1 ? 'other' : 'others'}` : '',
    did,
  };
}
