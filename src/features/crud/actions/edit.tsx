import { withNews } from '../../../lib/data/activity.ts';
import { changeActivity, rewordActivity } from '../../../lib/data/cache/cache.ts';
import type { Activity } from '../../../lib/data/types.ts';
import { openOverlay } from '../../../ui/overlay-store.ts';
import { showToast } from '../../../ui/toast-store.ts';
import { editActivity } from '../api/changes.ts';
import { EditDialog } from '../edit/EditDialog.tsx';

/** Lets an author change the text of a crud. */
export function editOwn(activity: Activity): void {
  openOverlay((close) => (
    <EditDialog activity={activity} onClose={close} onSave={(message) => save(activity.id, message)} />
  ));
}

/** Throws AppError. */
async function save(id: string, message: string): Promise<void> {
  const news = await editActivity(id, message);
  changeActivity(id, (known) => withNews(known, news, true));
  rewordActivity(id, news.message, news.editedAt ?? null);
  showToast('Changed.');
}
