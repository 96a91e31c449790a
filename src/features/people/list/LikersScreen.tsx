import { useParams } from 'react-router';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { EmptyState } from '../../../ui/StateCard.tsx';
import { tiesQuery } from './people-query.ts';
import { PeopleList } from './PeopleList.tsx';

/** Who likes a crud, the latest first. */
export function LikersScreen() {
  const { id = '' } = useParams();
  return (
    <>
      <title>Likes · Cruddur</title>
      <meta name="robots" content="noindex" />
      <PageHeader title="Likes" home={`/cruds/${id}`} />
      <PeopleList
        query={tiesQuery('likersOf', id)}
        label="People who like it"
        empty={
          <EmptyState icon="heart" title="No likes yet">
            Nobody likes this crud so far.
          </EmptyState>
        }
      />
    </>
  );
}
