import { useEffect, useEffectEvent, useState } from 'react';
import type { ImageKind } from '../../../shared/images.ts';
import { useStore } from '../../lib/store/create-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ChoosePicture } from './choose/ChoosePicture.tsx';
import { CropPicture } from './crop/CropPicture.tsx';
import { FirstButton } from './FirstButton.tsx';
import { openPicture, type OpenPicture } from './model/open-picture.ts';
import { explainPicture } from './model/refused.ts';
import { forgetUpload, startUpload, uploads, watchUpload } from './upload/uploads.ts';
import { UploadProgress } from './UploadProgress.tsx';
import styles from './PictureDialog.module.css';

interface PictureDialogProps {
  kind: ImageKind;
  /** A file that was dropped before the dialog opened. */
  file?: File;
  onClose: () => void;
}

const TITLES: Readonly<Record<ImageKind, string>> = { AVATAR: 'Your picture', COVER: 'Your cover' };

/** From a file to a picture that everybody sees: choose, crop, upload. */
export function PictureDialog({ kind, file, onClose }: PictureDialogProps) {
  const upload = useStore(uploads)[kind];
  const [picture, setPicture] = useState<OpenPicture>();
  const [opening, setOpening] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  useEffect(() => watchUpload(kind), [kind]);

  async function open(chosen: Blob): Promise<void> {
    setOpening(true);
    setProblem(undefined);
    try {
      setPicture(await openPicture(kind, chosen));
    } catch (error) {
      setProblem(error);
    } finally {
      setOpening(false);
    }
  }
  const openFirst = useEffectEvent(() => file && void open(file));
  useEffect(() => void openFirst(), []);

  function startOver(): void {
    forgetUpload(kind);
    setPicture(undefined);
    setProblem(undefined);
  }
  const close = (): void => {
    if (upload?.state === 'failed') forgetUpload(kind);
    onClose();
  };
  const send = async (chosen: Parameters<typeof startUpload>[0]): Promise<void> => {
    if (await startUpload(chosen)) onClose();
  };

  return (
    <Dialog title={TITLES[kind]} onClose={close}>
      <div className={styles.steps}>
        {upload?.state === 'running' ? (
          <UploadProgress progress={upload.progress} onCancel={upload.cancel} onClose={onClose} />
        ) : upload?.state === 'failed' ? (
          <>
            <Problem error={upload.error} />
            <div className={styles.actions}>
              {explainPicture(upload.error).retryable ? (
                <>
                  <Button onClick={startOver}>Choose another</Button>
                  <FirstButton kind="primary" icon="retry" onClick={() => void send(upload.picture)}>
                    Try again
                  </FirstButton>
                </>
              ) : (
                <FirstButton onClick={startOver}>Choose another</FirstButton>
              )}
            </div>
          </>
        ) : picture ? (
          <CropPicture
            kind={kind}
            picture={picture}
            onBack={startOver}
            onDone={(crop) => {
              const { file: chosen, contentType } = picture;
              void send({ kind, file: chosen, contentType, crop });
            }}
          />
        ) : (
          <>
            {problem !== undefined && <Problem error={problem} />}
            <ChoosePicture kind={kind} busy={opening} onFile={(chosen) => void open(chosen)} />
          </>
        )}
      </div>
    </Dialog>
  );
}

function Problem({ error }: { error: unknown }) {
  const { title, advice } = explainPicture(error);
  return (
    <Notice kind="error">
      <strong>{title}.</strong> {advice}
    </Notice>
  );
}
