import { Link } from 'react-router';
import { profilePath } from '../../../lib/data/full-profile.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import type { TieList } from '../api/lists.ts';
import styles from './Ties.module.css';

interface TiesHeaderProps {
  handle: string;
  displayName: string | undefined;
  list: TieList;
}

/** Whose lists these are, with the way back to their page, and the two lists beside one another. */
export function TiesHeader({ handle, displayName, list }: TiesHeaderProps) {
  const path = profilePath(handle);
  const what = list === 'followers' ? 'Followers' : 'Following';
  return (
    <>
      <title>{`${what} · @${handle} · Cruddur`}</title>
      <header className={styles.header}>
        <Link to={path} className={styles.back} aria-label={`Back to @${handle}`}>
          <Icon name="back" />
        </Link>
        <div className={styles.who}>
          <h1 className={styles.title}>
            <bdi>{displayName ?? `@${handle}`}</bdi>
            <span className="visually-hidden">: {what}</span>
          </h1>
          <p className={styles.handle}>@{handle}</p>
        </div>
      </header>
      <Tabs
        label={`Lists of @${handle}`}
        replace
        tabs={[
          { to: `${path}/followers`, label: 'Followers' },
          { to: `${path}/following`, label: 'Following' },
        ]}
      />
    </>
  );
}
