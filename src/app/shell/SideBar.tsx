import { Link, useLocation } from 'react-router';
import { EXPIRY_CHOICES } from '../../../shared/expiry.ts';
import { useSession } from '../../lib/session/session.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Ring } from '../../ui/Ring.tsx';
import { prefetchAuth } from '../load-auth.ts';
import { FooterLinks } from './FooterLinks.tsx';
import { SideBarDiscover, SideBarSearch } from './SideExtras.tsx';
import styles from './SideBar.module.css';

const LONGEST = EXPIRY_CHOICES[0];
const SHORTEST = EXPIRY_CHOICES[EXPIRY_CHOICES.length - 1]!;

/** What stands on the right of a wide window. */
export function SideBar() {
  const { status } = useSession();
  const { pathname } = useLocation();
  return (
    <aside className={styles.side} aria-label="Discover">
      <div className={styles.column}>
        <SideBarSearch />
        {status === 'guest' && (
          <section className={styles.card}>
            <h2>Say it while it matters</h2>
            <p>Join to post. All you need is an e‑mail address and a handle.</p>
            <ButtonLink to="/sign-up" state={{ from: pathname }} kind="primary" wide {...prefetchAuth}>
              Create an account
            </ButtonLink>
            <p className={styles.small}>
              Have one?{' '}
              <Link to="/sign-in" state={{ from: pathname }} {...prefetchAuth}>
                Sign in
              </Link>
            </p>
          </section>
        )}
        {status === 'guest' && <EverythingFades />}
        <SideBarDiscover />
        <FooterLinks />
      </div>
    </aside>
  );
}

function EverythingFades() {
  return (
    <section className={styles.card}>
      <h2>Everything fades</h2>
      <p>
        Each crud lives as long as its author chose: from {SHORTEST.label} to {LONGEST.label}. Its ring shows
        how much is left.
      </p>
      <ul className={styles.legend}>
        <li>
          <span className={styles.calm}>
            <Ring fraction={0.85} size={20} />
          </span>
          Fresh
        </li>
        <li>
          <span className={styles.calm}>
            <Ring fraction={0.4} size={20} />
          </span>
          Fading
        </li>
        <li>
          <span className={styles.urgent}>
            <Ring fraction={0.08} size={20} />
          </span>
          Last hour
        </li>
      </ul>
    </section>
  );
}
