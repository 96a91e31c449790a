import { useSession } from '../../lib/session/session.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import styles from './FeedTabs.module.css';

const EVERYONE = { to: '/', label: 'Everyone' };
const FOLLOWING = { to: '/following', label: 'Following' };
const TRENDING = { to: '/trending', label: 'Trending' };

/** The feeds beside one another. Visitors follow nobody. */
export function FeedTabs() {
  const { status } = useSession();
  const tabs = status === 'person' ? [EVERYONE, FOLLOWING, TRENDING] : [EVERYONE, TRENDING];
  return (
    <div className={styles.tabs}>
      <Tabs label="Feeds" tabs={tabs} />
    </div>
  );
}
