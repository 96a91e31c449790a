import { useLocation } from 'react-router';
import { openComposer } from '../../features/compose/index.ts';
import { useSession } from '../../lib/session/session.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Logo } from '../../ui/Logo.tsx';
import { prefetchAuth } from '../load-auth.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { HomeLink } from './HomeLink.tsx';
import { NavItemLink } from './NavItemLink.tsx';
import { useNavItems } from './use-nav-items.ts';
import styles from './SideNav.module.css';

/** The navigation on the left; on a tablet only its icons. A phone has the bars instead. */
export function SideNav() {
  const { status } = useSession();
  const { pathname } = useLocation();
  const items = useNavItems();
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
            {items.map((item) => (
              <li key={item.label}>
                <NavItemLink item={item} className={styles.link} labelClassName={styles.word} />
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
