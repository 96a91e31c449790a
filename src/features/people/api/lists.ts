import { PAGE_SIZE } from '../../../../shared/limits.ts';
import { FULL_PROFILE_FIELDS, type FullProfilePage } from '../../../lib/data/full-profile.ts';
import { request } from '../../../lib/data/request.ts';

/** Lists of people around somebody, and those of one's own. */
export type TieList = 'followers' | 'following';
export type OwnList = 'blockedProfiles' | 'mutedProfiles';

const PAGE = `{ items { ${FULL_PROFILE_FIELDS} } cursor }`;

/** A page of those who follow somebody, whom they follow, or who like a crud, newest first. Throws AppError. */
export async function fetchTies(
  list: TieList | 'likersOf',
  id: string,
  cursor: string | null,
): Promise<FullProfilePage> {
  const document = `query Ties($id: ID!, $limit: Int, $cursor: String) {
    ${list}(id: $id, limit: $limit, cursor: $cursor) ${PAGE}
  }`;
  const answer = await request<Record<string, FullProfilePage>>(document, { id, limit: PAGE_SIZE, cursor });
  return answer[list]!;
}

/** A page of those whom the caller blocked or muted, newest first. Throws AppError. */
export async function fetchOwn(list: OwnList, cursor: string | null): Promise<FullProfilePage> {
  const document = `query Own($limit: Int, $cursor: String) { ${list}(limit: $limit, cursor: $cursor) ${PAGE} }`;
  const answer = await request<Record<string, FullProfilePage>>(document, { limit: PAGE_SIZE, cursor });
  return answer[list]!;
}
