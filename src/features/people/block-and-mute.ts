import { removeActivitiesOf } from '../../lib/data/cache/cache.ts';
import { explain } from '../../lib/errors/explain.ts';
import { queryClient } from '../../lib/query/query-client.ts';
import { showToast } from '../../ui/toast-store.ts';
import { sendBlock, sendMute, type FullTie } from './api/relationship.ts';
import { changeProfile } from './model/profile-cache.ts';
import { withBlock } from './model/ties.ts';

/** Somebody, as far as these acts have to know them. */
export interface Somebody {
  id: string;
  handle: string;
  displayName: string;
}

/** Lists that the rules decide anew once somebody is blocked or muted. What one is reading stays until it is left. */
function rulesChanged(id: string, tie: FullTie): void {
  changeProfile(id, (profile) => ({ ...withBlock(profile, tie.blockedByMe), ...tie }));
  void queryClient.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] !== 'profile' && queryKey[0] !== 'me',
  });
}

/** Blocks somebody. Throws AppError. */
export async function block({ id, handle }: Somebody): Promise<void> {
  rulesChanged(id, await sendBlock(id, true));
  removeActivitiesOf(id);
  showToast(`@${handle} is blocked.`);
}

/** Mutes somebody. Throws AppError. */
export async function mute({ id, handle }: Somebody): Promise<void> {
  rulesChanged(id, await sendMute(id, true));
  showToast(`@${handle} is muted.`);
}

/** Ends a block; says so, or why not. Answers whether it did. */
export function unblock({ id, handle }: Somebody): Promise<boolean> {
  return telling(`@${handle} is no longer blocked.`, async () =>
    rulesChanged(id, await sendBlock(id, false)),
  );
}

/** Ends a mute; says so, or why not. Answers whether it did. */
export function unmute({ id, handle }: Somebody): Promise<boolean> {
  return telling(`@${handle} is no longer muted.`, async () => rulesChanged(id, await sendMute(id, false)));
}

async function telling(success: string, act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
  } catch (error) {
    showToast(explain(error).title, 'error');
    return false;
  }
  showToast(success);
  return true;
}
