import type { Schema } from '../../../../amplify/data/resource.ts';
import { PAGE_SIZE } from '../../../../shared/limits.ts';
import { PROFILE_FIELDS } from '../../../lib/data/fields.ts';
import { FULL_PROFILE_FIELDS, type FullProfile } from '../../../lib/data/full-profile.ts';
import { request } from '../../../lib/data/request.ts';
import type { Profile } from '../../../lib/data/types.ts';

type Model<Name extends 'Report' | 'ModerationAct'> = Schema[Name]['type'];

/** Something that somebody told the moderators of. */
export type Report = Omit<Model<'Report'>, 'profile' | 'reporter'> & {
  profile: FullProfile;
  reporter: Profile;
};
/** Something that a moderator did; whoever it is about may be gone. */
export type Act = Omit<Model<'ModerationAct'>, 'profile' | 'moderator'> & {
  profile: FullProfile | null;
  moderator: Profile | null;
};

export interface Page<Item> {
  items: Item[];
  cursor: string | null;
}

const REPORT_FIELDS = `id reason note createdAt messageCopy activityId activityHidden
  profile { ${FULL_PROFILE_FIELDS} } reporter { ${PROFILE_FIELDS} }`;
const ACT_FIELDS = `id act reason createdAt activityId
  profile { ${FULL_PROFILE_FIELDS} } moderator { ${PROFILE_FIELDS} }`;

async function read<Item>(field: string, fields: string, cursor: string | null): Promise<Page<Item>> {
  const document = `query Moderation($limit: Int, $cursor: String) {
    ${field}(limit: $limit, cursor: $cursor) { items { ${fields} } cursor }
  }`;
  const answer = await request<Record<string, Page<Item>>>(document, { limit: PAGE_SIZE, cursor });
  return answer[field]!;
}

/** A page of what nobody has dealt with yet, oldest first. Throws AppError; Unauthorized for whom is no moderator. */
export function fetchReports(cursor: string | null): Promise<Page<Report>> {
  return read('openReports', REPORT_FIELDS, cursor);
}

/** A page of what moderators did, newest first. Throws as `fetchReports`. */
export function fetchLog(cursor: string | null): Promise<Page<Act>> {
  return read('moderationLog', ACT_FIELDS, cursor);
}

export type ActField =
  'hideActivity' | 'unhideActivity' | 'suspendProfile' | 'unsuspendProfile' | 'dismissReport';

/** Acts on a crud, a person or a report, by its id. Throws AppError NotFound, NotAllowed, ReasonMissing, Unauthorized. */
export async function sendAct(field: ActField, id: string, reason: string): Promise<void> {
  await request(`mutation Act($id: ID!, $reason: String!) { ${field}(id: $id, reason: $reason) }`, {
    id,
    reason,
  });
}
