import { useLocation } from 'react-router';
import { ButtonLink } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import styles from './JoinDialog.module.css';

interface JoinDialogProps {
  /** What they wanted to do, after «to». */
  wish: string;
  onClose: () => void;
}

/** Asks a guest to join. */
export function JoinDialog({ wish, onClose }: JoinDialogProps) {
  const { pathname, search } = useLocation();
  const state = { from: pathname + search };
  return (
    <Dialog title={`Join to ${wish}`} onClose={onClose}>
      <p className={styles.text}>
        Reading takes no account, this does. All you need is an e‑mail address and a handle; afterwards you
        are back here.
      </p>
      <div className={styles.actions}>
        <ButtonLink to="/sign-up" state={state} kind="primary" wide data-autofocus="">
          Create an account
        </ButtonLink>
        <ButtonLink to="/sign-in" state={state} wide>
          Sign in
        </ButtonLink>
      </div>
    </Dialog>
  );
}
