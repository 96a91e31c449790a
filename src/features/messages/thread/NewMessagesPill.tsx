import { Icon } from '../../../ui/Icon.tsx';
import styles from './NewMessagesPill.module.css';

interface NewMessagesPillProps {
  count: number;
  atEnd: boolean;
  onClick: () => void;
}

/** For whoever has scrolled up: back to the end, with how many came meanwhile. */
export function NewMessagesPill({ count, atEnd, onClick }: NewMessagesPillProps) {
  if (atEnd) return null;
  const label = count === 0 ? 'To the newest' : count === 1 ? '1 new message' : `${count} new messages`;
  return (
    <div className={styles.place}>
      <button type="button" className={styles.pill} data-new={count > 0 || undefined} onClick={onClick}>
        <Icon name="down" size={18} />
        {label}
      </button>
    </div>
  );
}
