import { removeActivitiesOf } from '../../lib/data/cache/cache.ts';
import { changeProfile, forgetPerson, silencePerson } from '../../lib/data/cache/people.ts';
import { explain } from '../../lib/errors/explain.ts';
import { queryClient } from '../../lib/query/query-client.ts';
import { showToast } from '../../ui/toast-store.ts';
import { sendBlock, sendMute, type FullTie } from './api/relationship.ts';
import { withBlock } from './model/ties.ts';

/** Somebody, as far as these acts have to know them. */
export interface Somebody {
  id: string;
  handle: string;
  displayName: string;
}

/**
 * Somebody was blocked or muted, or is no longer: so it is on the page at once. What else the rules decide anew is read
 * when it is opened next, since nothing moves under a reader's eyes.
 */
function tied(id: string, tie: FullTie): void {
  const { mutedByMe, blockedByMe, followedByMe, followsMe, followerCount } = tie;
  changeProfile(id, (profile) => ({
    ...withBlock(profile, blockedByMe),
    mutedByMe,
    followedByMe,
    followsMe,
    followerCount,
  }));
  if (blockedByMe) forgetPerson(id);
  else if (mutedByMe) silencePerson(id);
  void queryClient.invalidateQueries({ refetchType: 'none' });
}

/** Blocks somebody. Throws AppError. */
export async function block({ id, handle }: Somebody): Promise<void> {
  tied(id, await sendBlock(id, true));
  removeActivitiesOf(id);
  showToast(`@${handle} is blocked.`);
}

/** Mutes somebody. Throws AppError. */
export async function mute({ id, handle }: Somebody): Promise<void> {
  tied(id, await sendMute(id, true));
  showToast(`@${handle} is muted.`);
}

/** Ends a block; says so, or why not. Answers whether it did. */
export function unblock({ id, handle }: Somebody): Promise<boolean> {
  return telling(`@${handle} is no longer blocked.`, async () => tied(id, await sendBlock(id, false)));
}

/** Ends a mute; says so, or why not. Answers whether it did. */
export function unmute({ id, handle }: Somebody): Promise<boolean> {
  return telling(`@${handle} is no longer muted.`, async () => tied(id, await sendMute(id, false)));
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
