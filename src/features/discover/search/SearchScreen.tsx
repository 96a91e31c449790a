import { useSearchParams } from 'react-router';
import { SEARCH_MAX } from '../../../../shared/limits.ts';
import { EmptyState } from '../../../ui/StateCard.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { RestoredPage } from '../../activity-list/index.ts';
import { SuggestedPeople } from '../side/SuggestedPeople.tsx';
import { TrendingHashtags } from '../side/TrendingHashtags.tsx';
import { FoundCruds, FoundPeople } from './Found.tsx';
import { SearchBox } from './SearchBox.tsx';
import { searchPath } from './use-options.ts';
import styles from './SearchScreen.module.css';

/** Search over cruds and people: `/search?q=&kind=`. Without a query, what there is to discover. */
export function SearchScreen() {
  const [params] = useSearchParams();
  const query = (params.get('q') ?? '').trim();
  const kind = params.get('kind') === 'people' ? 'people' : 'cruds';
  const path = searchPath(query);
  return (
    <RestoredPage>
      <title>{query ? `${query.slice(0, 60)} · Search · Cruddur` : 'Search · Cruddur'}</title>
      {query && <meta name="robots" content="noindex" />}
      <h1 className="visually-hidden">Search</h1>
      <div className={styles.box}>
        <SearchBox initial={query.slice(0, SEARCH_MAX)} />
      </div>
      {query === '' && <Discover />}
      {query.length > SEARCH_MAX && (
        <EmptyState icon="search" title="This search is too long">
          Search for a few words, at most {SEARCH_MAX} characters.
        </EmptyState>
      )}
      {query !== '' && query.length <= SEARCH_MAX && (
        <>
          <div className={styles.box}>
            <Tabs
              label="What is searched"
              replace
              tabs={[
                { to: path, label: 'Cruds', current: kind === 'cruds' },
                { to: `${path}&kind=people`, label: 'People', current: kind === 'people' },
              ]}
            />
          </div>
          {kind === 'cruds' ? (
            <FoundCruds key={query} query={query} />
          ) : (
            <FoundPeople key={query} query={query} />
          )}
        </>
      )}
    </RestoredPage>
  );
}

function Discover() {
  return (
    <div className={styles.discover}>
      <section aria-labelledby="search-tags">
        <h2 id="search-tags">Trending hashtags</h2>
        <TrendingHashtags limit={10} />
      </section>
      <section aria-labelledby="search-people">
        <h2 id="search-people">Who to follow</h2>
        <SuggestedPeople limit={10} />
      </section>
    </div>
  );
}
