import { Spinner } from '../../ui/Spinner.tsx';
import { FirstButton } from './FirstButton.tsx';
import type { Progress } from './upload/upload-picture.ts';
import styles from './PictureDialog.module.css';

interface UploadProgressProps {
  progress: Progress;
  onCancel: () => void;
  onClose: () => void;
}

/** How far an upload is. While the file is sent it can be cancelled; after that it goes on by itself. */
export function UploadProgress({ progress, onCancel, onClose }: UploadProgressProps) {
  const sending = progress === 'preparing' ? undefined : progress.sending;
  const percent = Math.round((sending ?? 1) * 100);
  return (
    <div className={styles.progress}>
      <div role="status" className={styles.state}>
        {sending === undefined && <Spinner />}
        {sending === undefined ? 'Your picture is being prepared…' : 'Sending your picture…'}
      </div>
      <progress
        className={styles.bar}
        aria-label="Upload"
        max={100}
        // Without a value it moves: nobody knows how long it takes.
        value={sending === undefined ? undefined : percent}
      >
        {percent} %
      </progress>
      <p className={styles.soft}>
        {sending === undefined ? 'You can close this. It will be there in a moment.' : `${percent} %`}
      </p>
      <div className={styles.actions}>
        {sending === undefined ? (
          <FirstButton key="close" onClick={onClose}>
            Close
          </FirstButton>
        ) : (
          <FirstButton key="cancel" onClick={onCancel}>
            Cancel
          </FirstButton>
        )}
      </div>
    </div>
  );
}
