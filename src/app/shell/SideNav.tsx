import { NavLink, useLocation } from 'react-router';
import { openComposer } from '../../features/compose/index.ts';
import { useSession } from '../../lib/session/session.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Logo } from '../../ui/Logo.tsx';
import { prefetchAuth } from '../load-auth.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { HomeLink } from './HomeLink.tsx';
import { NAV_ITEMS } from './nav-items.ts';
import styles from './SideNav.module.css';

/** The navigation on the left; on a tablet only its icons. A phone has the bars instead. */
export function SideNav() {
  const { status } = useSession();
  const { pathname } = useLocation();
  const state = { from: pathname };
  return (
    <header className={styles.side}>
      <div className={styles.column}>
        <HomeLink className={styles.brand} label="Cruddur, home">
          <Logo size={34} />
          <span className={styles.word}>Cruddur</span>
        </HomeLink>
        <nav aria-label="Main">
          <ul>
            {NAV_ITEMS.map(({ to, label, icon }) => (
              <li key={to}>
                {to === '/' ? (
                  <HomeLink className={styles.link}>
                    <Icon name={icon} size={24} />
                    <span className={styles.word}>{label}</span>
                  </HomeLink>
                ) : (
                  <NavLink to={to} className={styles.link}>
                    <Icon name={icon} size={24} />
                    <span className={styles.word}>{label}</span>
                  </NavLink>
                )}
              </li>
            ))}
          </ul>
        </nav>
        {status === 'person' && (
          <Button kind="primary" icon="quill" wide className={styles.action} onClick={openComposer}>
            <span className={styles.word}>New crud</span>
          </Button>
        )}
        {status === 'guest' && (
          <div className={styles.guest}>
            <ButtonLink to="/sign-up" state={state} kind="primary" wide {...prefetchAuth}>
              <span className={styles.word}>Join Cruddur</span>
              <span className={styles.iconOnly}>
                <Icon name="person" />
              </span>
            </ButtonLink>
            <ButtonLink to="/sign-in" state={state} wide {...prefetchAuth}>
              <span className={styles.word}>Sign in</span>
              <span className={styles.iconOnly}>
                <Icon name="signIn" />
              </span>
            </ButtonLink>
          </div>
        )}
        <div className={styles.bottom}>
          <AccountMenu />
        </div>
      </div>
    </header>
  );
}
