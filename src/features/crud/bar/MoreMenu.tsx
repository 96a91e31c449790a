import type { Activity } from '../../../lib/data/types.ts';
import type { Person } from '../../../lib/session/session.ts';
import { useClock } from '../../../lib/time/clock.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { MenuItem } from '../../../ui/MenuItem.tsx';
import { editableMinutes } from '../edit/editable.ts';
import { act } from './act.ts';
import styles from './ActionBar.module.css';

/** What one does seldom: with one's own crud, or about somebody else. */
export function MoreMenu({ activity, me }: { activity: Activity; me: Person }) {
  const { handle, id } = activity.author;
  return (
    <Menu
      label="More"
      triggerLabel={`More about this ${activity.parentId ? 'reply' : 'crud'}`}
      triggerClassName={styles.button}
      trigger={<Icon name="more" size={18} />}
    >
      {id === me.userId ? (
        <OwnItems activity={activity} />
      ) : (
        <>
          <MenuItem icon="mute" onSelect={() => act('mute', activity)}>
            Mute @{handle}
          </MenuItem>
          <MenuItem icon="block" onSelect={() => act('block', activity)}>
            Block @{handle}
          </MenuItem>
          <MenuItem icon="flag" onSelect={() => act('report', activity)}>
            Report
          </MenuItem>
        </>
      )}
    </Menu>
  );
}

function OwnItems({ activity }: { activity: Activity }) {
  const minutes = useClock((now) => editableMinutes(activity, now));
  return (
    <>
      {minutes > 0 && (
        <MenuItem icon="edit" hint={`${minutes} min left`} onSelect={() => act('edit', activity)}>
          Edit
        </MenuItem>
      )}
      <MenuItem icon="trash" onSelect={() => act('remove', activity)}>
        Delete
      </MenuItem>
    </>
  );
}
