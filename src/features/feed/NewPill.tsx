import { useShortcut } from '../../lib/shortcuts/shortcuts.ts';
import { Icon } from '../../ui/Icon.tsx';
import { pillLabel } from './model/waiting.ts';
import styles from './NewPill.module.css';

interface NewPillProps {
  count: number;
  /** Whether there are more than were counted. */
  more: boolean;
  onShow: () => void;
}

/** Says how many new cruds wait for a feed, and shows them. It takes no room, so that the feed doesn't move. */
export function NewPill({ count, more, onShow }: NewPillProps) {
  useShortcut('.', 'Show new cruds', onShow, count > 0);
  return (
    <div className={styles.place}>
      {count > 0 && (
        <button type="button" className={styles.pill} onClick={onShow}>
          <Icon name="up" size={18} />
          {pillLabel(count, more)}
        </button>
      )}
    </div>
  );
}
