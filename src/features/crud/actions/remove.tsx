import { removeActivity } from '../../../lib/data/cache/cache.ts';
import type { Activity } from '../../../lib/data/types.ts';
import { toAppError } from '../../../lib/errors/to-app-error.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { openOverlay } from '../../../ui/overlay-store.ts';
import { showToast } from '../../../ui/toast-store.ts';
import { changeOf } from '../api/changes.ts';

/** Deletes one's own crud, after asking. */
export function removeOwn(activity: Activity): void {
  openOverlay((close) => (
    <ConfirmDialog
      title={activity.parentId ? 'Delete this reply?' : 'Delete this crud?'}
      confirm="Delete"
      onClose={close}
      onConfirm={() => remove(activity)}
    >
      It goes for everybody, at once and for good
      {activity.replyCount > 0 ? ', and all replies to it go with it.' : '.'}
    </ConfirmDialog>
  ));
}

/** Throws AppError. */
async function remove({ id }: Activity): Promise<void> {
  try {
    await changeOf('deleteActivity', id);
  } catch (error) {
    // That it is gone already is what was wanted.
    if (toAppError(error).type !== 'NotFound') throw error;
  }
  removeActivity(id);
  showToast('Deleted.');
}
