import { useLocation } from 'react-router';
import { signOutHere } from '../../features/account/index.ts';
import type { Person } from '../../lib/session/session.ts';
import { useStore } from '../../lib/store/create-store.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { chooseTheme, theme, type Theme } from '../theme/theme.ts';
import { NavItemLink } from './NavItemLink.tsx';
import { useNavItems } from './use-nav-items.ts';
import styles from './PhoneMenu.module.css';

const THEMES: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** What a phone's bar has no room for. */
export function PhoneSheet({ person, onClose }: { person: Person | undefined; onClose: () => void }) {
  const { pathname } = useLocation();
  const items = useNavItems().filter((item) => !item.tab);
  const auth = { state: { from: pathname }, onClick: onClose, wide: true };
  return (
    <Dialog title={person ? person.displayName : 'Menu'} onClose={onClose}>
      <div className={styles.sheet}>
        {person && <p className={styles.handle}>@{person.handle}</p>}
        <ul>
          {items.map((item) => (
            <li key={item.label}>
              <NavItemLink item={item} className={styles.row} onClick={onClose} />
            </li>
          ))}
        </ul>
        <ThemeField />
        {person ? (
          <Button
            icon="signOut"
            wide
            onClick={() => {
              onClose();
              void signOutHere();
            }}
          >
            Sign out
          </Button>
        ) : (
          <>
            <ButtonLink to="/sign-up" kind="primary" {...auth}>
              Join Cruddur
            </ButtonLink>
            <ButtonLink to="/sign-in" {...auth}>
              Sign in
            </ButtonLink>
          </>
        )}
      </div>
    </Dialog>
  );
}

function ThemeField() {
  const chosen = useStore(theme);
  return (
    <fieldset className={styles.themes}>
      <legend>Theme</legend>
      {THEMES.map(({ value, label }) => (
        <label key={value}>
          <input type="radio" name="theme" checked={value === chosen} onChange={() => chooseTheme(value)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
