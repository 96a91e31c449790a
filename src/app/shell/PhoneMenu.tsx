import { lazy, Suspense, useState } from 'react';
import { useMe } from '../../features/account/index.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './PhoneMenu.module.css';

const load = () => import('./PhoneSheet.tsx');
const PhoneSheet = lazy(async () => ({ default: (await load()).PhoneSheet }));

/** The corner of a phone's top bar: opens a sheet with the account, the theme, and the pages that have no tab. */
export function PhoneMenu() {
  const [open, setOpen] = useState(false);
  const { person, profile } = useMe();
  return (
    <>
      <button
        type="button"
        className={styles.corner}
        aria-haspopup="dialog"
        onPointerDown={() => void load()}
        onClick={() => setOpen(true)}
      >
        {person ? (
          <Avatar seed={person.userId} name={person.displayName} avatar={profile?.avatar} size={32} />
        ) : (
          <Icon name="menu" size={24} />
        )}
        <span className="visually-hidden">{person ? 'You' : 'Menu'}</span>
      </button>
      {open && (
        <Suspense>
          <PhoneSheet person={person} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
