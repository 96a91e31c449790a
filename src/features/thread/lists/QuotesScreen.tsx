import { useParams } from 'react-router';
import { EmptyState } from '../../../ui/StateCard.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { ActivityList, activityListQuery, RestoredPage } from '../../activity-list/index.ts';

/** Who quotes a crud, and how. */
export function QuotesScreen() {
  const { id = '' } = useParams();
  return (
    <RestoredPage key={id}>
      <title>Quotes · Cruddur</title>
      <meta name="robots" content="noindex" />
      <PageHeader title="Quotes" home={`/cruds/${id}`} />
      <ActivityList
        query={activityListQuery('quotesOf', { id: { type: 'ID!', value: id } })}
        label="Quotes"
        empty={
          <EmptyState icon="quote" title="No quotes">
            Nobody quotes this crud, or what did has faded.
          </EmptyState>
        }
        end="These are all."
      />
    </RestoredPage>
  );
}
