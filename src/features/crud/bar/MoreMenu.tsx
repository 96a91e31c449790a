import type { Activity } from '../../../lib/data/types.ts';
import type { Person } from '../../../lib/session/session.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { MenuItem } from '../../../ui/MenuItem.tsx';
import { act } from './act.ts';
import styles from './ActionBar.module.css';

/** What one does seldom: with one's own crud, or about somebody else. */
export function MoreMenu({ activity, me }: { activity: Activity; me: Person }) {
  if (activity.author.id !== me.userId) return null;
  return (
    <Menu
      label="More"
      triggerLabel="More"
      triggerClassName={styles.button}
      trigger={<Icon name="more" size={18} />}
    >
      <MenuItem icon="trash" onSelect={() => act('remove', activity)}>
        Delete
      </MenuItem>
    </Menu>
  );
}
