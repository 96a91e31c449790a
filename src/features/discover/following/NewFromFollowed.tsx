import { useEffect, useState } from 'react';
import { NEW_COUNT_MAX } from '../../../../shared/limits.ts';
import { firstPageOf } from '../../../lib/data/pages.ts';
import { queryClient } from '../../../lib/query/query-client.ts';
import { announce } from '../../../ui/toast-store.ts';
import { NewPill, pillLabel } from '../../feed/index.ts';
import { followNew } from './follow-new.ts';
import { followingQuery } from './following-query.ts';
import { newSince } from './new-since.ts';

/** Says how many cruds came to the following feed since it was read, in the window's title too, and reads it anew. */
export function NewFromFollowed() {
  const [count, setCount] = useState(0);
  // Each time that it is shown looks begin as often as at first.
  const [shows, setShows] = useState(0);
  useEffect(
    () =>
      followNew(
        () => newSince(queryClient.getQueryData(followingQuery.queryKey)?.pages[0]?.head),
        (found) => {
          setCount(found);
          if (found > 0)
            announce(`${pillLabel(found, found >= NEW_COUNT_MAX)}. Press the full stop key to show.`);
        },
      ),
    [shows],
  );

  function show(): void {
    setCount(0);
    setShows(shows + 1);
    scrollTo({ top: 0 });
    queryClient.setQueryData(followingQuery.queryKey, (data) => data && firstPageOf(data));
    void queryClient.invalidateQueries({ queryKey: followingQuery.queryKey, exact: true });
  }

  return (
    <>
      <title>{count > 0 ? `(${count}) Following · Cruddur` : 'Following · Cruddur'}</title>
      <NewPill count={count} more={count >= NEW_COUNT_MAX} onShow={show} />
    </>
  );
}
