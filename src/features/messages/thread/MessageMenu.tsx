import { useState } from 'react';
import { Icon } from '../../../ui/Icon.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { MenuItem } from '../../../ui/MenuItem.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import type { DirectMessage } from '../sync/index.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { ReadersDialog } from './ReadersDialog.tsx';
import styles from './MessageMenu.module.css';

interface MessageMenuProps {
  message: DirectMessage;
  isOwn: boolean;
  isGroup: boolean;
  onEdit: (message: DirectMessage) => void;
}

/** What one can do with a message. */
export function MessageMenu({ message, isOwn, isGroup, onEdit }: MessageMenuProps) {
  const [dialog, setDialog] = useState<'delete' | 'readers' | null>(null);
  const close = (): void => setDialog(null);
  const text = message.text ?? '';

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      showToast('Copied.');
    } catch {
      showToast('Your browser did not allow to copy. Select the text instead.', 'error');
    }
  }

  return (
    <div className={styles.menu}>
      <Menu
        label="Message"
        triggerLabel={`More about: ${text.slice(0, 40)}`}
        triggerClassName={styles.trigger}
        trigger={<Icon name="more" size={18} />}
      >
        <MenuItem icon="copy" onSelect={() => void copy()}>
          Copy text
        </MenuItem>
        {isOwn && isGroup && (
          <MenuItem icon="checks" onSelect={() => setDialog('readers')}>
            Who has read it
          </MenuItem>
        )}
        {isOwn && (
          <MenuItem icon="edit" onSelect={() => onEdit(message)}>
            Edit
          </MenuItem>
        )}
        {isOwn && (
          <MenuItem icon="trash" onSelect={() => setDialog('delete')}>
            Delete
          </MenuItem>
        )}
      </Menu>
      {dialog === 'delete' && <DeleteDialog message={message} onClose={close} />}
      {dialog === 'readers' && <ReadersDialog message={message} onClose={close} />}
    </div>
  );
}
