import { useState } from 'react';
import type { ImageCrop } from '../../../../shared/image-crop.ts';
import type { ImageKind } from '../../../../shared/images.ts';
import { Button } from '../../../ui/Button.tsx';
import type { OpenPicture } from '../model/open-picture.ts';
import { CropStage } from './CropStage.tsx';
import { cropOf, WHOLE, type Cutting } from './view.ts';
import { ZoomControl } from './ZoomControl.tsx';
import styles from './CropPicture.module.css';

interface CropPictureProps {
  kind: ImageKind;
  picture: OpenPicture;
  onBack: () => void;
  onDone: (crop: ImageCrop) => void;
}

/** Lets somebody choose the part of a picture that everybody will see. */
export function CropPicture({ kind, picture, onBack, onDone }: CropPictureProps) {
  const [view, setView] = useState(WHOLE);
  const cutting: Cutting = { kind, width: picture.width, height: picture.height };
  return (
    <div className={styles.crop}>
      <CropStage picture={picture} cutting={cutting} view={view} onChange={setView} />
      <ZoomControl cutting={cutting} view={view} onChange={setView} />
      <div className={styles.actions}>
        <Button onClick={onBack}>Choose another</Button>
        <Button kind="primary" onClick={() => onDone(cropOf(cutting, view))}>
          Use this
        </Button>
      </div>
    </div>
  );
}
