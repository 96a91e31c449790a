import { FULL_PROFILE_FIELDS, type FullProfile } from '../../../lib/data/full-profile.ts';
import { request } from '../../../lib/data/request.ts';

/** Somebody's profile by handle; null when there is nobody, or not for the viewer. Throws AppError. */
export async function fetchProfile(handle: string): Promise<FullProfile | null> {
  const document = `query Profile($handle: String!) { profile(handle: $handle) { ${FULL_PROFILE_FIELDS} } }`;
  const { profile } = await request<{ profile: FullProfile | null }>(document, { handle });
  return profile;
}
