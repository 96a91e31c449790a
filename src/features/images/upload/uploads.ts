import type { ImageKind } from '../../../../shared/images.ts';
import { createStore } from '../../../lib/store/create-store.ts';
import { showToast } from '../../../ui/toast-store.ts';
import { showPicture } from '../live/show-picture.ts';
import { explainPicture } from '../model/refused.ts';
import { uploadPicture, type ChosenPicture, type Progress } from './upload-picture.ts';

/** An upload as its dialog shows it. */
export type Upload =
  | { state: 'running'; progress: Progress; picture: ChosenPicture; cancel: () => void }
  | { state: 'failed'; error: unknown; picture: ChosenPicture };

/** What is under way, by kind; it goes on when its dialog is closed. */
export const uploads = createStore<Partial<Record<ImageKind, Upload>>>({});

const NAMES: Readonly<Record<ImageKind, string>> = { AVATAR: 'picture', COVER: 'cover' };

function set(kind: ImageKind, upload: Upload | undefined): void {
  uploads.set(({ [kind]: _before, ...others }) => (upload ? { ...others, [kind]: upload } : others));
}

const watched = new Set<ImageKind>();

/** Says that a dialog shows how an upload goes, until the returned function is called: no message is needed if it fails. */
export function watchUpload(kind: ImageKind): () => void {
  watched.add(kind);
  return () => watched.delete(kind);
}

/** Forgets an upload that failed. */
export function forgetUpload(kind: ImageKind): void {
  set(kind, undefined);
}

/**
 * Uploads a picture; the store says how far it is, a message at the end that everybody sees it. Answers whether that is
 * so.
 */
export async function startUpload(picture: ChosenPicture): Promise<boolean> {
  const { kind } = picture;
  const stop = new AbortController();
  const cancel = (): void => stop.abort(new DOMException('Cancelled.', 'AbortError'));
  try {
    const change = await uploadPicture(
      picture,
      (progress) => set(kind, { state: 'running', progress, picture, cancel }),
      stop.signal,
    );
    showPicture(change);
    set(kind, undefined);
    showToast(`Everybody sees your new ${NAMES[kind]} now.`);
    return true;
  } catch (error) {
    if (stop.signal.aborted) {
      set(kind, undefined);
      return false;
    }
    set(kind, { state: 'failed', error, picture });
    if (!watched.has(kind))
      showToast(`Your ${NAMES[kind]} stayed as it was. ${explainPicture(error).advice}`, 'error');
    return false;
  }
}
