import { useStore } from '../lib/store/create-store.ts';
import { IconButton } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { announcement, dismissToast, toasts } from './toast-store.ts';
import styles from './Toaster.module.css';

/** The two live regions of the page: visible toasts, and what is only read out. Rendered once, in the shell. */
export function Toaster() {
  const shown = useStore(toasts);
  const { number, text } = useStore(announcement);
  return (
    <>
      <div role="status" className={styles.toaster}>
        {shown.map((toast) => (
          <div key={toast.id} className={styles.toast} data-kind={toast.kind}>
            <Icon name={toast.kind === 'done' ? 'check' : 'alert'} />
            <span className={styles.text}>{toast.text}</span>
            <IconButton icon="close" label="Dismiss" onClick={() => dismissToast(toast.id)} />
          </div>
        ))}
      </div>
      <div role="log" aria-live="polite" className="visually-hidden">
        {text && <span key={number}>{text}</span>}
      </div>
    </>
  );
}
