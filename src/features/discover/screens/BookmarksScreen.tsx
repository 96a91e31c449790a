import { useSession } from '../../../lib/session/session.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { EmptyState } from '../../../ui/StateCard.tsx';
import { ActivityList, activityListQuery, RestoredPage } from '../../activity-list/index.ts';
import { ForMembers } from './FollowingScreen.tsx';

const QUERY = activityListQuery('bookmarks');

/** One's own bookmarks, the latest first. Nobody else sees them. */
export function BookmarksScreen() {
  const { status } = useSession();
  return (
    <RestoredPage>
      <title>Bookmarks · Cruddur</title>
      <meta name="robots" content="noindex" />
      <PageHeader title="Bookmarks" />
      {status === 'guest' && <ForMembers what="Keeping cruds" from="/bookmarks" />}
      {status === 'person' && (
        <ActivityList
          query={QUERY}
          label="Bookmarks"
          empty={
            <EmptyState icon="bookmark" title="No bookmarks">
              Bookmark a crud to find it here for as long as it lives. Nobody else sees them.
            </EmptyState>
          }
          end="These are all. Bookmarks fade with their cruds."
        />
      )}
    </RestoredPage>
  );
}
