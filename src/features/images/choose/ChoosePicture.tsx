import { useRef, type ChangeEvent } from 'react';
import { IMAGE_SHAPES, IMAGE_TYPES, type ImageKind } from '../../../../shared/images.ts';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { FirstButton } from '../FirstButton.tsx';
import { useDropAnywhere } from './use-drop.ts';
import { usePaste } from './use-paste.ts';
import styles from './ChoosePicture.module.css';

interface ChoosePictureProps {
  kind: ImageKind;
  busy: boolean;
  onFile: (file: File) => void;
}

/** Phones and tablets have a camera that a page can open; elsewhere the button would only open the same files again. */
const HAS_CAMERA = matchMedia('(pointer: coarse)').matches;

/** Four ways to give a picture: choose a file, drop one, paste one, take one. */
export function ChoosePicture({ kind, busy, onFile }: ChoosePictureProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const over = useDropAnywhere(onFile);
  usePaste(onFile);
  const { least } = IMAGE_SHAPES[kind];

  function onChange({ target }: ChangeEvent<HTMLInputElement>): void {
    const file = target.files?.[0];
    // The same file may be chosen again.
    target.value = '';
    if (file) onFile(file);
  }

  return (
    <div className={classNames(styles.place, over && styles.over)}>
      <Icon name="image" size={32} />
      <p className={styles.words}>
        {HAS_CAMERA ? 'Choose a picture, or take one.' : 'Drop a picture here, or paste one.'}
      </p>
      <div className={styles.buttons}>
        <FirstButton kind="primary" icon="upload" busy={busy} onClick={() => chooser.current!.click()}>
          Choose a file
        </FirstButton>
        {HAS_CAMERA && (
          <Button icon="camera" busy={busy} onClick={() => camera.current!.click()}>
            Take a picture
          </Button>
        )}
      </div>
      <p className={styles.rules}>
        JPEG, PNG, WebP, AVIF or GIF, up to 10 MB, at least {least.width} × {least.height} pixels. Where it
        was taken is not kept.
      </p>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label="Picture file"
        accept={IMAGE_TYPES.join()}
        onChange={onChange}
      />
      <input
        ref={camera}
        type="file"
        hidden
        aria-label="Camera"
        accept="image/*"
        capture={kind === 'AVATAR' ? 'user' : 'environment'}
        onChange={onChange}
      />
    </div>
  );
}
