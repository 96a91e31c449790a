import { useInfiniteQuery } from '@tanstack/react-query';
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
  const { data } = useInfiniteQuery({ ...followingQuery, enabled: false });
  // Nothing is new to a list that is not there yet. `null` is the head of an empty one.
  const head = data?.pages[0]?.head;
  // What was counted after another head is not new any more: the list was read anew.
  const [counted, setCounted] = useState<{ head: typeof head; count: number }>();
  const count = counted && counted.head === head ? counted.count : 0;
  // Each time that it is shown looks begin as often as at first.
  const [shows, setShows] = useState(0);
  useEffect(() => {
    if (head === undefined) return undefined;
    return followNew(
      () => newSince(head),
      (found) => {
        setCounted({ head, count: found });
        if (found > 0)
          announce(`${pillLabel(found, found >= NEW_COUNT_MAX)}. Press the full stop key to show.`);
      },
    );
  }, [head, shows]);

  function show(): void {
    setCounted(undefined);
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
