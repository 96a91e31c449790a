import { useEffect, useEffectEvent } from 'react';
import { useSession } from '../../../lib/session/session.ts';
import { onPublished, useOutbox } from '../../compose/index.ts';
import { addOwnCrud } from '../feed-query.ts';
import { followFeed } from './follow-feed.ts';

/** Draws nothing; keeps the home feed up to date while it is rendered. */
export function FeedLive() {
  const session = useSession();
  const userId = session.status === 'person' ? session.person.userId : undefined;
  const outbox = useOutbox(userId);
  const own = useEffectEvent(() => outbox.map((entry) => `${userId}:${entry.clientId}`));

  useEffect(() => onPublished(addOwnCrud), []);
  useEffect(() => {
    if (session.status === 'unknown') return undefined;
    return followFeed(() => own());
  }, [session.status, userId]);
  return null;
}
