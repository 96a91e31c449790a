import { useSession } from '../../lib/session/session.ts';
import { Tabs } from '../../ui/Tabs.tsx';

const EVERYONE = { to: '/', label: 'Everyone' };
const FOLLOWING = { to: '/following', label: 'Following' };
const TRENDING = { to: '/trending', label: 'Trending' };

/** The feeds beside one another. Visitors follow nobody. */
export function FeedTabs() {
  const { status } = useSession();
  const tabs = status === 'person' ? [EVERYONE, FOLLOWING, TRENDING] : [EVERYONE, TRENDING];
  return <Tabs label="Feeds" tabs={tabs} />;
}
