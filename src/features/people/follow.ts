import { changeProfile } from '../../lib/data/cache/people.ts';
import type { FullProfile } from '../../lib/data/full-profile.ts';
import { createLatestWish } from '../../lib/data/latest-wish.ts';
import { explain } from '../../lib/errors/explain.ts';
import { queryClient } from '../../lib/query/query-client.ts';
import { session } from '../../lib/session/session.ts';
import { showToast } from '../../ui/toast-store.ts';
import { sendFollow } from './api/relationship.ts';
import { withFollow } from './model/ties.ts';

const { want } = createLatestWish({
  send: sendFollow,
  done(id, tie) {
    const { followedByMe, followsMe, followerCount } = tie;
    changeProfile(id, (profile) => ({ ...profile, followedByMe, followsMe, followerCount }));
    // Whom one follows decides what these hold; they are read anew when they are opened next.
    void queryClient.invalidateQueries({ queryKey: ['activities', 'followingFeed'], refetchType: 'none' });
    void queryClient.invalidateQueries({ queryKey: ['people', 'ties'], refetchType: 'none' });
  },
  failed(id, stands, error) {
    show(id, stands);
    showToast(explain(error).title, 'error');
  },
});

/** Shows that the viewer follows somebody or not, before or without the server. */
function show(id: string, follow: boolean): void {
  let changed = false;
  changeProfile(id, (profile) => {
    changed ||= profile.followedByMe !== follow;
    return withFollow(profile, follow);
  });
  const me = session.get();
  if (!changed || me.status !== 'person') return;
  const step = follow ? 1 : -1;
  changeProfile(me.person.userId, (own) => ({
    ...own,
    followingCount: Math.max(0, own.followingCount + step),
  }));
}

/** Follows somebody, or ends it: on the page at once, taken back with a message when the server refuses. */
export function setFollowing({ id }: Pick<FullProfile, 'id'>, follow: boolean): Promise<void> {
  show(id, follow);
  return want(id, follow);
}
