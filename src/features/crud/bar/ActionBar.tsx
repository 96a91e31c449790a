import type { Activity } from '../../../lib/data/types.ts';
import { countOf } from '../../../lib/format/count.ts';
import { useSession } from '../../../lib/session/session.ts';
import { act } from './act.ts';
import { ActionButton } from './ActionButton.tsx';
import { MoreMenu } from './MoreMenu.tsx';
import { RepostMenu } from './RepostMenu.tsx';
import styles from './ActionBar.module.css';

/** What one can do with a crud. What each does is loaded with the first press; a guest is asked to join. */
export function ActionBar({ activity }: { activity: Activity }) {
  const session = useSession();
  const { replyCount, likeCount, likedByMe, bookmarkedByMe } = activity;
  return (
    <div className={styles.bar}>
      <ActionButton
        icon="reply"
        label={`Reply, ${countOf(replyCount, 'reply', 'replies')}`}
        count={replyCount}
        data-action="reply"
        onClick={() => act('reply', activity)}
      />
      <RepostMenu activity={activity} />
      <ActionButton
        icon="heart"
        label={`Like, ${countOf(likeCount, 'like')}`}
        count={likeCount}
        pressed={likedByMe}
        tone="ember"
        data-action="like"
        onClick={() => act('like', activity)}
      />
      <ActionButton
        icon="bookmark"
        label="Bookmark"
        pressed={bookmarkedByMe ?? false}
        tone="ember"
        onClick={() => act('bookmark', activity)}
      />
      <ActionButton icon="share" label="Share" onClick={() => act('share', activity)} />
      {session.status === 'person' && <MoreMenu activity={activity} me={session.person} />}
    </div>
  );
}
