import { useSession } from '../../lib/session/session.ts';
import { RestoredPage } from '../activity-list/index.ts';
import { Composer } from '../compose/index.ts';
import { Feed } from './Feed.tsx';
import { FeedTabs } from './FeedTabs.tsx';
import { goToTop } from './go-to-top.ts';
import { NewCrudsPill } from './NewCrudsPill.tsx';
import styles from './HomeScreen.module.css';

const NEW = { kind: 'new' } as const;

/** The home page: what everybody posts, for visitors too. */
export function HomeScreen() {
  const session = useSession();
  return (
    <RestoredPage>
      <h1 className="visually-hidden">Home</h1>
      <FeedTabs />
      {session.status === 'person' && (
        <div className={styles.composer}>
          <Composer person={session.person} target={NEW} onPublish={goToTop} />
        </div>
      )}
      <NewCrudsPill />
      <Feed />
    </RestoredPage>
  );
}
