import { EmptyState } from '../../../ui/StateCard.tsx';
import { ActivityList, activityListQuery, RestoredPage } from '../../activity-list/index.ts';
import { FeedTabs } from '../../feed/index.ts';

const QUERY = activityListQuery('trendingFeed');

/** What people like, repost, quote and answer, weighed against age. */
export function TrendingScreen() {
  return (
    <RestoredPage>
      <title>Trending · Cruddur</title>
      <h1 className="visually-hidden">Trending</h1>
      <FeedTabs />
      <ActivityList
        query={QUERY}
        label="Trending"
        empty={
          <EmptyState icon="trend" title="Nothing is trending">
            Cruds that people like, repost or answer come up here.
          </EmptyState>
        }
        end="That is all that is trending."
      />
    </RestoredPage>
  );
}
