import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useSession } from '../../../lib/session/session.ts';
import { Button } from '../../../ui/Button.tsx';
import { trendingHashtagsQuery } from '../queries.ts';
import styles from './Side.module.css';

/** What many people write about now. */
export function TrendingHashtags({ limit }: { limit: number }) {
  const { status } = useSession();
  const query = useQuery({ ...trendingHashtagsQuery, enabled: status !== 'unknown' });
  if (query.isError) {
    return (
      <p>
        They could not be loaded. <Button onClick={() => void query.refetch()}>Try again</Button>
      </p>
    );
  }
  if (query.data?.length === 0) return <p>No hashtag is used by many at the moment.</p>;
  return (
    <ol className={styles.tags} aria-busy={query.isPending}>
      {query.data?.slice(0, limit).map(({ tag, authorCount }) => (
        <li key={tag}>
          <Link to={`/tags/${encodeURIComponent(tag)}`} className={styles.tag}>
            <bdi>#{tag}</bdi>
            <span className={styles.count}>
              {authorCount} {authorCount === 1 ? 'person' : 'people'}
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
