import { shortcuts, useShortcut } from '../../lib/shortcuts/shortcuts.ts';
import { useStore } from '../../lib/store/create-store.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { openShortcutSheet, shortcutSheet } from './shortcut-sheet.ts';
import styles from './ShortcutSheet.module.css';

/** The keys that work on this page, as they are registered. */
export function ShortcutSheet() {
  const open = useStore(shortcutSheet);
  const all = useStore(shortcuts);
  useShortcut('?', 'Show this list', openShortcutSheet);
  if (!open) return null;
  return (
    <Dialog title="Keyboard shortcuts" onClose={() => shortcutSheet.set(false)}>
      <dl className={styles.list}>
        {all.map(({ key, label }) => (
          <div key={key} className={styles.row}>
            <dt>{label}</dt>
            <dd>
              {key.split(' ').map((part) => (
                <kbd key={part}>{part}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
