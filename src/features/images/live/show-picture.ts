import { renameProfile } from '../../../lib/data/cache/people.ts';
import type { ImageChange } from '../api/documents.ts';

/** The last change of each picture that this page knows of: their ids sort by time. */
const latest = new Map<string, string>();

/** Shows a new picture, or that there is none any more, wherever the person is on this page. Older changes do nothing. */
export function showPicture({ id, profileId, kind, status, version }: ImageChange): void {
  const picture = `${kind} ${profileId}`;
  if (status !== 'READY' || (latest.get(picture) ?? '') >= id) return;
  latest.set(picture, id);
  const field = kind === 'AVATAR' ? 'avatar' : 'cover';
  renameProfile({ id: profileId, [field]: version ?? null });
}
