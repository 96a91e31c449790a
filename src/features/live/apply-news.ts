import { withNews } from '../../lib/data/activity.ts';
import {
  cachedActivity,
  changeActivity,
  removeActivity,
  rewordActivity,
} from '../../lib/data/cache/cache.ts';
import type { ActivityNews } from './api/on-activity-changed.ts';

/** Shows what others did to a crud, wherever that is on this page. */
export function applyNews(news: ActivityNews): void {
  const { id, parentId, parentReplyCount, message, editedAt } = news;
  if (news.deletedAt) return removeActivity(id);
  if (news.changed) {
    const isReworded = (cachedActivity(id)?.editedAt ?? null) !== (editedAt ?? null);
    changeActivity(id, (known) => withNews(known, news, false));
    if (isReworded) rewordActivity(id, message, editedAt ?? null);
  }
  if (news.parentChanged && parentId && typeof parentReplyCount === 'number') {
    changeActivity(parentId, (known) => ({ ...known, replyCount: parentReplyCount }));
  }
}
