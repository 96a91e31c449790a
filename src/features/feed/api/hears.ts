import { request } from '../../../lib/data/request.ts';
import { session } from '../../../lib/session/session.ts';

interface Answer {
  profile: { mutedByMe: boolean; blockedByMe: boolean } | null;
}

/**
 * Whether the viewer's feed has cruds of somebody. A signal goes to everybody who listens, also to whom a block or a
 * mute keeps apart from its author; only the rules in the database know. Throws AppError.
 */
export async function hears(handle: string): Promise<boolean> {
  if (session.get().status !== 'person') return true;
  const document = 'query Hears($handle: String!) { profile(handle: $handle) { mutedByMe blockedByMe } }';
  const { profile } = await request<Answer>(document, { handle });
  return profile !== null && !profile.mutedByMe && !profile.blockedByMe;
}
