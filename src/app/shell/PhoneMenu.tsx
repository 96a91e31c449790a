import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { signOutHere, useMe } from '../../features/account/index.ts';
import { useStore } from '../../lib/store/create-store.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { chooseTheme, theme, type Theme } from '../theme/theme.ts';
import styles from './PhoneMenu.module.css';

const THEMES: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** The last tab of a phone's bar: a sheet with the account, the theme, and the pages that have no tab. */
export function PhoneMenu() {
  const [open, setOpen] = useState(false);
  const { person } = useMe();
  const { pathname } = useLocation();
  const chosen = useStore(theme);
  const close = (): void => setOpen(false);
  const auth = { state: { from: pathname }, onClick: close, wide: true };
  return (
    <>
      <button type="button" className={styles.tab} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {person ? (
          <Avatar seed={person.userId} name={person.displayName} size={26} />
        ) : (
          <Icon name="menu" size={24} />
        )}
        {person ? 'You' : 'Menu'}
      </button>
      {open && (
        <Dialog title={person ? person.displayName : 'Menu'} onClose={close}>
          <div className={styles.sheet}>
            {person && <p className={styles.handle}>@{person.handle}</p>}
            <fieldset className={styles.themes}>
              <legend>Theme</legend>
              {THEMES.map(({ value, label }) => (
                <label key={value}>
                  <input
                    type="radio"
                    name="theme"
                    checked={value === chosen}
                    onChange={() => chooseTheme(value)}
                  />
                  <span>{label}</span>
                </label>
              ))}
            </fieldset>
            <Link to="/about" className={styles.row} onClick={close}>
              <Icon name="info" />
              About Cruddur
            </Link>
            {person ? (
              <Button
                icon="signOut"
                wide
                onClick={() => {
                  close();
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
      )}
    </>
  );
}
