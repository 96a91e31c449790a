import { PROFILE_FIELDS } from '../../../lib/data/fields.ts';
import { request } from '../../../lib/data/request.ts';
import type { Profile } from '../../../lib/data/types.ts';

/** The caller's profile, created now when it is still missing. Throws AppError. */
export async function fetchMe(): Promise<Profile> {
  const { me } = await request<{ me: Profile | null }>(`query Me { me { ${PROFILE_FIELDS} } }`);
  return me ?? (await ensureProfile());
}

/** Creates the caller's profile when sign-up could not; answers it either way. Throws AppError. */
export async function ensureProfile(): Promise<Profile> {
  const document = `mutation EnsureProfile { ensureProfile { ${PROFILE_FIELDS} } }`;
  const { ensureProfile: profile } = await request<{ ensureProfile: Profile }>(document);
  return profile;
}
