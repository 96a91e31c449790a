import { NavLink, useLocation } from 'react-router';
import { openComposer } from '../../features/compose/index.ts';
import { useSession } from '../../lib/session/session.ts';
import { Icon } from '../../ui/Icon.tsx';
import { prefetchAuth } from '../load-auth.ts';
import { HomeLink } from './HomeLink.tsx';
import { PhoneMenu } from './PhoneMenu.tsx';
import styles from './Bars.module.css';

/** The bar at the bottom of a phone: everything that the navigation on the left has elsewhere. */
export function BottomBar() {
  const { status } = useSession();
  const { pathname } = useLocation();
  return (
    <nav className={styles.bottom} aria-label="Main, bottom">
      <HomeLink className={styles.tab}>
        <Icon name="home" size={24} />
        Home
      </HomeLink>
      {status === 'person' ? (
        <button type="button" className={styles.compose} onClick={openComposer}>
          <Icon name="quill" size={24} />
          <span className="visually-hidden">New crud</span>
        </button>
      ) : (
        <NavLink to="/sign-up" state={{ from: pathname }} className={styles.tab} {...prefetchAuth}>
          <Icon name="quill" size={24} />
          Join
        </NavLink>
      )}
      <PhoneMenu />
    </nav>
  );
}
