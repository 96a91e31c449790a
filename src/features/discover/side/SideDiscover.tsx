import { SearchBox } from '../search/SearchBox.tsx';
import { SuggestedPeople } from './SuggestedPeople.tsx';
import { TrendingHashtags } from './TrendingHashtags.tsx';
import styles from './Side.module.css';

/** The sidebar's part that comes after the page: what is talked about, and by whom. */
export function SideDiscover() {
  return (
    <>
      <section className={styles.card} aria-labelledby="side-tags">
        <h2 id="side-tags">Trending hashtags</h2>
        <TrendingHashtags limit={5} />
      </section>
      <section className={styles.card} aria-labelledby="side-people">
        <h2 id="side-people">Who to follow</h2>
        <SuggestedPeople limit={3} />
      </section>
    </>
  );
}

/** The sidebar's search field. */
export function SideSearch() {
  return <SearchBox />;
}
