import { useQuery } from '@tanstack/react-query';
import { explain } from '../../../lib/errors/explain.ts';
import { queryClient } from '../../../lib/query/query-client.ts';
import { useSession } from '../../../lib/session/session.ts';
import { Option, OptionList } from '../../../ui/OptionList.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { ErrorState } from '../../../ui/StateCard.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import { fetchMutedKinds, setMutedKinds, type NotificationKind } from '../api/notifications.ts';
import styles from './NotificationSettings.module.css';

const KINDS: readonly { kind: NotificationKind; label: string; about: string }[] = [
  { kind: 'REPLY', label: 'Replies', about: 'Somebody answers a crud of yours' },
  { kind: 'MENTION', label: 'Mentions', about: 'Somebody writes your handle' },
  { kind: 'QUOTE', label: 'Quotes', about: 'Somebody quotes a crud of yours' },
  { kind: 'LIKE', label: 'Likes', about: 'Somebody likes a crud of yours' },
  { kind: 'REPOST', label: 'Reposts', about: 'Somebody passes a crud of yours on' },
  { kind: 'FOLLOW', label: 'Followers', about: 'Somebody begins to follow you' },
];

/** What one wants to hear of, as a section of the settings. Each switch counts at once. */
export function NotificationSettings() {
  const session = useSession();
  const userId = session.status === 'person' ? session.person.userId : undefined;
  const queryKey = ['muted-kinds', userId];
  const query = useQuery({ queryKey, queryFn: fetchMutedKinds, enabled: userId !== undefined });

  async function change(kind: NotificationKind, wanted: boolean): Promise<void> {
    const before = query.data ?? [];
    const after = wanted ? before.filter((one) => one !== kind) : [...before, kind];
    queryClient.setQueryData(queryKey, after);
    try {
      queryClient.setQueryData(queryKey, await setMutedKinds(after));
    } catch (error) {
      queryClient.setQueryData(queryKey, before);
      showToast(`Not saved. ${explain(error).title}.`, 'error');
    }
  }

  if (query.error) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} busy={query.isFetching} />;
  }
  return (
    <OptionList legend="Tell me of" className={styles.kinds} busy={query.isPending}>
      {KINDS.map(({ kind, label, about }) => (
        <Option key={kind} label={label} about={about}>
          {query.data ? (
            <input
              type="checkbox"
              role="switch"
              checked={!query.data.includes(kind)}
              onChange={(event) => void change(kind, event.target.checked)}
            />
          ) : (
            <Skeleton width={40} height={22} />
          )}
        </Option>
      ))}
      <p className={styles.note}>
        This holds for what happens from now on. You never hear of people whom you muted or blocked.
      </p>
    </OptionList>
  );
}
