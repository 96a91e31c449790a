import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import type { FullProfile } from '../../../lib/data/full-profile.ts';
import { ListEnd } from '../../../ui/ListEnd.tsx';
import { ErrorState } from '../../../ui/StateCard.tsx';
import { PersonRow } from '../row/PersonRow.tsx';
import { PersonSkeleton } from '../row/PersonSkeleton.tsx';
import type { PeopleQuery } from './people-query.ts';
import styles from './PeopleList.module.css';

interface PeopleListProps {
  query: PeopleQuery;
  /** What the list is, for screen readers. */
  label: string;
  /** Stands there when there is nobody: an EmptyState. */
  empty: ReactNode;
  /** In place of the button that follows. */
  action?: (profile: FullProfile) => ReactNode;
  /** Those who no longer belong there, without asking the server again. */
  leaves?: (profile: FullProfile) => boolean;
}

const SKELETONS = [1, 2, 3, 4, 5];

/** A list of people, as long as one reads on. */
export function PeopleList({ query: options, label, empty, action, leaves }: PeopleListProps) {
  const query = useInfiniteQuery(options);
  const everybody = useMemo(() => peopleOf(query.data), [query.data]);
  const people = leaves ? everybody.filter((profile) => !leaves(profile)) : everybody;
  if (query.isPending) {
    return (
      <div className={styles.list} aria-busy="true" aria-label={label} role="group">
        {SKELETONS.map((number) => (
          <PersonSkeleton key={number} />
        ))}
      </div>
    );
  }
  if (!query.data) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} busy={query.isFetching} />;
  }
  if (people.length === 0 && !query.hasNextPage) return empty;
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {people.map((profile) => (
          <li key={profile.id}>
            <PersonRow profile={profile} action={action?.(profile)} />
          </li>
        ))}
      </ul>
      {(query.hasNextPage || query.isFetchNextPageError) && <ListEnd query={query} />}
    </>
  );
}

/** Each once: who moved between two pages may be on both. */
function peopleOf(data: { pages: { items: FullProfile[] }[] } | undefined): FullProfile[] {
  const all = (data?.pages ?? []).flatMap((page) => page.items);
  return [...new Map(all.map((profile) => [profile.id, profile])).values()];
}
