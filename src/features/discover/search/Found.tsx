import { useRef } from 'react';
import { EmptyState } from '../../../ui/StateCard.tsx';
import { ActivityList, activityListQuery } from '../../activity-list/index.ts';
import { PeopleList, peopleQuery } from '../../people/index.ts';
import { fetchPeople } from '../api/discover.ts';
import { useHighlights } from './use-highlights.ts';
import styles from './SearchScreen.module.css';

/** Cruds with all words of a search, with these marked. */
export function FoundCruds({ query }: { query: string }) {
  const list = useRef<HTMLDivElement>(null);
  useHighlights(list, query);
  return (
    <div ref={list} className={styles.found}>
      <ActivityList
        query={activityListQuery('searchActivities', { query: { type: 'String!', value: query } })}
        label="Cruds that were found"
        empty={
          <EmptyState icon="search" title="Nothing was found">
            Try fewer or other words; the beginning of a word is enough. What has faded cannot be found.
          </EmptyState>
        }
        end="These are all that fit."
      />
    </div>
  );
}

/** People whose handle or name resembles a search. */
export function FoundPeople({ query }: { query: string }) {
  return (
    <PeopleList
      query={peopleQuery(['search', query], (cursor) => fetchPeople(query, cursor))}
      label="People who were found"
      empty={
        <EmptyState icon="users" title="Nobody was found">
          Try the beginning of a handle or a name.
        </EmptyState>
      }
    />
  );
}
