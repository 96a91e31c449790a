import { useParams } from 'react-router';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { EmptyState } from '../../../ui/StateCard.tsx';
import { ActivityList, activityListQuery, RestoredPage } from '../../activity-list/index.ts';

/** Cruds and replies with a hashtag, newest first. */
export function HashtagScreen() {
  const tag = (useParams()['tag'] ?? '').replace(/^#+/, '');
  return (
    <RestoredPage key={tag}>
      <title>{`#${tag} · Cruddur`}</title>
      <PageHeader title={<bdi>#{tag}</bdi>} />
      <ActivityList
        query={activityListQuery('activitiesByHashtag', { tag: { type: 'String!', value: tag } })}
        label={`Cruds with #${tag}`}
        empty={
          <EmptyState icon="hash" title="Nobody uses this hashtag now">
            What was written with it has faded.
          </EmptyState>
        }
      />
    </RestoredPage>
  );
}
