import { signOutHere, useMe } from '../../features/account/index.ts';
import { explain } from '../../lib/errors/explain.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { MenuItem } from '../../ui/MenuItem.tsx';
import { ThemeChoices } from '../theme/ThemeChoices.tsx';
import { openShortcutSheet } from './shortcut-sheet.ts';
import styles from './AccountMenu.module.css';

/** Who one is, with theme, shortcuts and sign-out; for visitors the settings alone. */
export function AccountMenu() {
  const { person, profile, error, retry } = useMe();
  return (
    <Menu
      label={person ? 'Account' : 'Settings'}
      triggerLabel={person ? undefined : 'Settings'}
      triggerClassName={styles.trigger}
      trigger={
        person ? (
          <>
            <Avatar seed={person.userId} name={person.displayName} avatar={profile?.avatar} size={40} />
            <span className="visually-hidden">Account of {person.displayName}</span>
            <span className={styles.who} aria-hidden="true">
              <bdi className={styles.name}>{person.displayName}</bdi>
              <span className={styles.handle}>{person.handle && `@${person.handle}`}</span>
            </span>
          </>
        ) : (
          <>
            <Icon name="menu" size={24} />
            <span className={styles.who}>Settings</span>
          </>
        )
      }
    >
      {person && (
        <div className={styles.card} role="presentation">
          <bdi className={styles.name}>{person.displayName}</bdi>
          <span className={styles.handle}>@{person.handle}</span>
          {!profile && !error && <span className={styles.handle}>Your profile is loading…</span>}
        </div>
      )}
      {Boolean(error) && (
        <MenuItem icon="retry" onSelect={retry}>
          {explain(error).title}. Try again
        </MenuItem>
      )}
      <ThemeChoices />
      <MenuItem icon="keyboard" hint="?" onSelect={openShortcutSheet}>
        Keyboard shortcuts
      </MenuItem>
      {person && (
        <MenuItem icon="signOut" onSelect={() => void signOutHere()}>
          Sign out
        </MenuItem>
      )}
    </Menu>
  );
}
