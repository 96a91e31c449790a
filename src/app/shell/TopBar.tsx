import { Link, useLocation } from 'react-router';
import { useSession } from '../../lib/session/session.ts';
import { Logo } from '../../ui/Logo.tsx';
import { prefetchAuth } from '../load-auth.ts';
import { HomeLink } from './HomeLink.tsx';
import { PhoneMenu } from './PhoneMenu.tsx';
import styles from './Bars.module.css';

/** The bar at the top of a phone: the menu, where one is, and the way in. */
export function TopBar() {
  const { status } = useSession();
  const { pathname } = useLocation();
  return (
    <header className={styles.top}>
      <PhoneMenu />
      <HomeLink className={styles.brand} label="Cruddur, home">
        <Logo size={28} />
        Cruddur
      </HomeLink>
      {status === 'guest' && (
        <Link to="/sign-in" state={{ from: pathname }} className={styles.signIn} {...prefetchAuth}>
          Sign in
        </Link>
      )}
    </header>
  );
}
