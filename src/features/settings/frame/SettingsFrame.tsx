import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { useSession } from '../../../lib/session/session.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { EmptyState } from '../../../ui/StateCard.tsx';
import { SETTINGS_SECTIONS } from './sections.ts';
import styles from './SettingsFrame.module.css';

/** The settings: on a phone a list that leads to one section at a time, on a wide window both side by side. */
export function SettingsFrame() {
  const { status } = useSession();
  const { pathname } = useLocation();
  const open = SETTINGS_SECTIONS.find(({ path }) => pathname.startsWith(`/settings/${path}`));
  const forbidden = open?.for === 'person' && status === 'guest';
  const offered = SETTINGS_SECTIONS.filter((section) => section.for === 'everyone' || status === 'person');
  return (
    <div className={classNames(styles.frame, open ? styles.inSection : undefined)}>
      <title>{`${open?.label ?? 'Settings'} · Cruddur`}</title>
      <meta name="robots" content="noindex" />
      <nav aria-label="Settings" className={styles.list}>
        {open ? <p className={styles.heading}>Settings</p> : <h1 className={styles.heading}>Settings</h1>}
        <ul>
          {offered.map(({ path, label, about, icon }) => (
            <li key={path}>
              <NavLink to={`/settings/${path}`} className={styles.link}>
                <Icon name={icon} />
                <span className={styles.words}>
                  {label}
                  <span className={styles.about}>{about}</span>
                </span>
                <span className={styles.arrow}>
                  <Icon name="right" size={18} />
                </span>
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      {open && (
        <div className={styles.section}>
          <Link to="/settings" className={styles.back}>
            <Icon name="back" />
            Settings
          </Link>
          <h1 className={styles.title}>{open.label}</h1>
          {forbidden ? <SignInFirst from={pathname} /> : status !== 'unknown' && <Outlet />}
        </div>
      )}
    </div>
  );
}

function SignInFirst({ from }: { from: string }) {
  return (
    <EmptyState
      icon="lock"
      title="This needs an account"
      action={
        <ButtonLink to="/sign-in" state={{ from }} kind="primary">
          Sign in
        </ButtonLink>
      }
    >
      Sign in, and you come back here.
    </EmptyState>
  );
}
