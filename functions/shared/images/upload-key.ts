import { IMAGE_KINDS, type ImageKind } from '../../../shared/images.ts';

/** Who may upload what, under which id. */
export interface Upload {
  /** A ULID. */
  id: string;
  ownerId: string;
  kind: ImageKind;
}

/** Below it are the files that nobody has looked at yet. Lifecycle, event and roles name it too. */
export const INCOMING = 'incoming/';
/** The object's metadata of this name say which part of it was chosen; `issue-upload` writes them into the form. */
export const CROP_METADATA = 'crop';

/** Where an upload lands. Nothing in it comes from the person. */
export function uploadKey({ id, ownerId, kind }: Upload): string {
  return `${INCOMING}${ownerId}/${kind.toLowerCase()}/${id}`;
}

/** The upload that a key belongs to; undefined when `uploadKey` did not make it. */
export function parseUploadKey(key: string): Upload | undefined {
  const match =
    /^incoming\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([a-z]+)\/([0-9A-HJKMNP-TV-Z]{26})$/.exec(key);
  const kind = IMAGE_KINDS.find((one) => one.toLowerCase() === match?.[2]);
  return match && kind ? { ownerId: match[1]!, kind, id: match[3]! } : undefined;
}
