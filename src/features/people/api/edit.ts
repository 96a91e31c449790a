import { FULL_PROFILE_FIELDS, type FullProfile } from '../../../lib/data/full-profile.ts';
import { request } from '../../../lib/data/request.ts';

/** What somebody says of themselves. */
export interface Details {
  displayName: string;
  bio: string;
  location: string;
  website: string;
}

/**
 * Changes what the caller says of themselves; answers their profile as it is then. Throws AppError InvalidDisplayName,
 * BioTooLong, LocationTooLong, InvalidWebsite, InvalidText, Suspended.
 */
export async function sendDetails(details: Details): Promise<FullProfile> {
  const { updateProfile } = await request<{ updateProfile: FullProfile }>(
    `mutation UpdateProfile($displayName: String, $bio: String, $location: String, $website: String) {
      updateProfile(displayName: $displayName, bio: $bio, location: $location, website: $website) {
        ${FULL_PROFILE_FIELDS}
      }
    }`,
    { ...details },
  );
  return updateProfile;
}

/** Gives the caller another handle; answers their profile. Throws AppError HandleInvalid, HandleTaken, RateLimited, Suspended. */
export async function sendHandle(handle: string): Promise<FullProfile> {
  const { changeHandle } = await request<{ changeHandle: FullProfile }>(
    `mutation ChangeHandle($handle: String!) { changeHandle(handle: $handle) { ${FULL_PROFILE_FIELDS} } }`,
    { handle },
  );
  return changeHandle;
}

/** Whether a handle may be taken; one's own may. Throws AppError. */
export async function fetchHandleAvailable(handle: string): Promise<boolean> {
  const document = 'query HandleAvailable($handle: String!) { handleAvailable(handle: $handle) }';
  const { handleAvailable } = await request<{ handleAvailable: boolean }>(document, { handle });
  return handleAvailable;
}
