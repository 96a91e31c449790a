import type { ImageCrop } from '../../../../shared/image-crop.ts';
import type { ImageKind } from '../../../../shared/images.ts';
import { requestUpload, type ImageChange } from '../api/documents.ts';
import { postFile } from '../api/post-file.ts';
import { listenToOwn } from '../api/subscribe.ts';
import { PictureRefused } from '../model/refused.ts';
import { waitForOutcome, type Outcomes } from './wait-for-outcome.ts';

/** A file, and the part of it that becomes a picture. */
export interface ChosenPicture {
  kind: ImageKind;
  file: Blob;
  contentType: string;
  crop: ImageCrop;
}

/** How far an upload is: so much of the file is there (0 to 1), or all of it and the server is at work. */
export type Progress = { sending: number } | 'preparing';

/**
 * Uploads a picture and waits until it is everybody's, or something newer is. Until the file is there it can be stopped.
 * Throws PictureRefused, AppError, or an AbortError.
 */
export async function uploadPicture(
  { kind, file, contentType, crop }: ChosenPicture,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<ImageChange> {
  const { outcomes, stop } = await hearOutcomes();
  try {
    onProgress({ sending: 0 });
    const form = await requestUpload(kind, contentType, crop);
    signal.throwIfAborted();
    await postFile(form, file, (part) => onProgress({ sending: part }), signal);
    onProgress('preparing');
    const change = await waitForOutcome(form.id, outcomes);
    if (change.status === 'READY' || change.status === 'SUPERSEDED') return change;
    throw new PictureRefused(change.reason ?? 'FAILED');
  } finally {
    stop();
  }
}

/** Listens before anything is sent, so that no signal is too early. Without it, asking is enough. */
async function hearOutcomes(): Promise<{ outcomes: Outcomes; stop: () => void }> {
  const earlier = new Map<string, ImageChange>();
  const waiting = new Map<string, (change: ImageChange) => void>();
  const unsubscribe = await listenToOwn({
    next(change) {
      earlier.set(change.id, change);
      waiting.get(change.id)?.(change);
    },
    error: () => undefined,
  });
  return {
    outcomes: {
      heard(id, tell) {
        const known = earlier.get(id);
        if (known) tell(known);
        waiting.set(id, tell);
        return () => waiting.delete(id);
      },
    },
    stop: unsubscribe,
  };
}
