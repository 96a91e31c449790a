import type { Schema } from '../../../../amplify/data/resource.ts';
import { request } from '../../../lib/data/request.ts';

type Relationship = Schema['Relationship']['type'];

/** How the caller stands to somebody, as a follow answers it: what everybody may hear who listens. */
export type Tie = Pick<Relationship, 'id' | 'followedByMe' | 'followsMe' | 'followerCount'>;
/** The same after a block or a mute. */
export type FullTie = Tie & { mutedByMe: boolean; blockedByMe: boolean };

async function change<Answer>(field: string, fields: string, id: string): Promise<Answer> {
  const name = field[0]!.toUpperCase() + field.slice(1);
  const document = `mutation ${name}($id: ID!) { ${field}(id: $id) { ${fields} } }`;
  const answer = await request<Record<string, Answer>>(document, { id });
  return answer[field]!;
}

// `notifies` must be there, or the one who is followed is not told at once (docs/adr/0006).
const TIE = 'id followedByMe followsMe followerCount';

/** Follows somebody, or ends it; once or twice is the same. Throws AppError NotFound, NotAllowed, RateLimited, Suspended. */
export function sendFollow(id: string, follow: boolean): Promise<Tie> {
  return change(follow ? 'followProfile' : 'unfollowProfile', `${TIE} notifies`, id);
}

/** Blocks somebody, or ends it. Throws AppError NotFound, NotAllowed, Suspended. */
export function sendBlock(id: string, block: boolean): Promise<FullTie> {
  return change(block ? 'blockProfile' : 'unblockProfile', `${TIE} mutedByMe blockedByMe`, id);
}

/** Mutes somebody, or ends it. Throws AppError NotFound, NotAllowed, Suspended. */
export function sendMute(id: string, mute: boolean): Promise<FullTie> {
  return change(mute ? 'muteProfile' : 'unmuteProfile', `${TIE} mutedByMe blockedByMe`, id);
}
