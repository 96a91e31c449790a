import type { Schema } from '../../../../amplify/data/resource.ts';
import { PAGE_SIZE } from '../../../../shared/limits.ts';
import {
  FULL_PROFILE_FIELDS,
  type FullProfile,
  type FullProfilePage,
} from '../../../lib/data/full-profile.ts';
import { request } from '../../../lib/data/request.ts';

export type TrendingHashtag = Schema['TrendingHashtag']['type'];

/** What many people write about now, the most first. Throws AppError. */
export async function fetchTrendingHashtags(limit: number): Promise<TrendingHashtag[]> {
  const document = `query TrendingHashtags($limit: Int) {
    trendingHashtags(limit: $limit) { tag activityCount authorCount }
  }`;
  const answer = await request<{ trendingHashtags: TrendingHashtag[] }>(document, { limit });
  return answer.trendingHashtags;
}

/** People whom the caller may want to follow. Throws AppError. */
export async function fetchSuggestedPeople(limit: number): Promise<FullProfile[]> {
  const document = `query SuggestedProfiles($limit: Int) {
    suggestedProfiles(limit: $limit) { ${FULL_PROFILE_FIELDS} }
  }`;
  const answer = await request<{ suggestedProfiles: FullProfile[] | null }>(document, { limit });
  return answer.suggestedProfiles ?? [];
}

/** A page of people whose handle or name resembles the query, the most similar first. Throws AppError. */
export async function fetchPeople(
  query: string,
  cursor: string | null,
  limit = PAGE_SIZE,
): Promise<FullProfilePage> {
  const document = `query SearchPeople($query: String!, $limit: Int, $cursor: String) {
    searchPeople(query: $query, limit: $limit, cursor: $cursor) { items { ${FULL_PROFILE_FIELDS} } cursor }
  }`;
  const answer = await request<{ searchPeople: FullProfilePage }>(document, { query, limit, cursor });
  return answer.searchPeople;
}
