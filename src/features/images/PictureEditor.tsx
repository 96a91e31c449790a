import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { ImageKind } from '../../../shared/images.ts';
import { useStore } from '../../lib/store/create-store.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { removeImage } from './api/documents.ts';
import { useDrop } from './choose/use-drop.ts';
import { showPicture } from './live/show-picture.ts';
import { uploads } from './upload/uploads.ts';
import styles from './PictureEditor.module.css';

const PictureDialog = lazy(async () => ({ default: (await import('./PictureDialog.tsx')).PictureDialog }));

interface PictureEditorProps {
  kind: ImageKind;
  /** «picture», «cover». */
  name: string;
  hasPicture: boolean;
  /** What is seen instead once it is removed. */
  otherwise: string;
  className?: string;
  /** The picture as it is. */
  children: ReactNode;
}

/** A picture with the buttons that change and remove it; a file may be dropped onto it. */
export function PictureEditor({
  kind,
  name,
  hasPicture,
  otherwise,
  className,
  children,
}: PictureEditorProps) {
  const [dialog, setDialog] = useState<{ file?: File } | 'remove'>();
  const { over, handlers } = useDrop((file) => setDialog({ file }));
  const running = useStore(uploads)[kind]?.state === 'running';
  const close = (): void => setDialog(undefined);

  return (
    <div className={classNames(styles.editor, over && styles.over, className)} {...handlers}>
      {children}
      <div className={styles.buttons}>
        <Button icon="camera" onClick={() => setDialog({})}>
          {running ? `Your ${name} is on its way…` : hasPicture ? `Change ${name}` : `Add a ${name}`}
        </Button>
        {hasPicture && !running && (
          <Button kind="quiet" onClick={() => setDialog('remove')}>
            Remove {name}
          </Button>
        )}
      </div>
      {dialog === 'remove' ? (
        <ConfirmDialog
          title={`Remove your ${name}?`}
          confirm="Remove"
          onClose={close}
          onConfirm={async () => {
            showPicture(await removeImage(kind));
            showToast(`Your ${name} is removed.`);
          }}
        >
          {otherwise}
        </ConfirmDialog>
      ) : (
        dialog && (
          <Suspense>
            <PictureDialog kind={kind} file={dialog.file} onClose={close} />
          </Suspense>
        )
      )}
    </div>
  );
}
