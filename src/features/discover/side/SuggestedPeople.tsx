import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../../lib/session/session.ts';
import { Button } from '../../../ui/Button.tsx';
import { PersonRow } from '../../people/index.ts';
import { suggestedPeopleQuery } from '../queries.ts';
import styles from './Side.module.css';

/** People whom one may want to follow. */
export function SuggestedPeople({ limit }: { limit: number }) {
  const { status } = useSession();
  const query = useQuery({ ...suggestedPeopleQuery, enabled: status !== 'unknown' });
  if (query.isError) {
    return (
      <p>
        They could not be loaded. <Button onClick={() => void query.refetch()}>Try again</Button>
      </p>
    );
  }
  if (query.data?.length === 0) return <p>You know everybody who is here.</p>;
  return (
    <ul className={styles.people} aria-busy={query.isPending}>
      {query.data?.slice(0, limit).map((profile) => (
        <li key={profile.id}>
          <PersonRow profile={profile} brief />
        </li>
      ))}
    </ul>
  );
}
