import { NavLink, useLocation } from 'react-router';
import { openComposer } from '../../features/compose/index.ts';
import { useSession } from '../../lib/session/session.ts';
import { Icon } from '../../ui/Icon.tsx';
import { prefetchAuth } from '../load-auth.ts';
import { NavItemLink } from './NavItemLink.tsx';
import { useNavItems } from './use-nav-items.ts';
import styles from './Bars.module.css';

/** The bar at the bottom of a phone: the most used pages, and writing. The corner of the top bar holds everything else. */
export function BottomBar() {
  const { status } = useSession();
  const { pathname } = useLocation();
  const tabs = useNavItems().filter((item) => item.tab);
  const half = Math.ceil(tabs.length / 2);
  const links = (some: typeof tabs) =>
    some.map((item) => (
      <NavItemLink key={item.label} item={item} className={styles.tab} labelClassName={styles.label} />
    ));
  return (
    <nav className={styles.bottom} aria-label="Main, bottom">
      {links(tabs.slice(0, half))}
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
      {links(tabs.slice(half))}
    </nav>
  );
}
