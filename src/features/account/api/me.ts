import { FULL_PROFILE_FIELDS, type FullProfile } from '../../../lib/data/full-profile.ts';
import { request } from '../../../lib/data/request.ts';

/** The caller's profile, created now when it is still missing. Throws AppError. */
export async function fetchMe(): Promise<FullProfile> {
  const { me } = await request<{ me: FullProfile | null }>(`query Me { me { ${FULL_PROFILE_FIELDS} } }`);
  return me ?? (await ensureProfile());
}

/** Creates the caller's profile when sign-up could not; answers it either way. Throws AppError. */
export async function ensureProfile(): Promise<FullProfile> {
  const document = `mutation EnsureProfile { ensureProfile { ${FULL_PROFILE_FIELDS} } }`;
  const { ensureProfile: profile } = await request<{ ensureProfile: FullProfile }>(document);
  return profile;
}
