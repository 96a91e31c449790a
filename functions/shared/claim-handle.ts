import { createHash } from 'node:crypto';
import { HANDLE_MAX, handleProblem, normalizeHandle } from '../../shared/handle.ts';
import { confirmHandle, handlesOf, takeHandle, type HandleItem } from './handles.ts';

export interface Person {
  /** The Cognito user's sub. */
  userId: string;
  /** The attributes that the person signed up with. */
  preferredUsername: string | undefined;
  name: string | undefined;
}

const ATTEMPTS = 8;

/**
 * A handle near the wanted one: the wanted one, cut, with four digits. The digits follow from the person, so that two
 * calls at once want the same one and none is taken twice.
 */
function variantOf(handle: string, userId: string, attempt: number): string {
  const digits = createHash('sha256').update(`${attempt}:${userId}`).digest().readUInt16BE() % 10_000;
  return `${handle.slice(0, HANDLE_MAX - 5)}_${String(digits).padStart(4, '0')}`;
}

/**
 * The handle of a confirmed person, theirs for good after this; the same one at every call. When the reservation ran
 * out and somebody else took the handle, the person gets one near it rather than none, and can change it later.
 * Throws only when DynamoDB does, or when eight variants in a row are taken.
 */
export async function claimHandle(person: Person): Promise<HandleItem> {
  for (const item of await handlesOf(person.userId)) {
    if (item.expiresAt === undefined || (await confirmHandle(item))) return item;
  }
  const wish = normalizeHandle(person.preferredUsername ?? '');
  const wanted = handleProblem(wish) ? 'someone' : wish;
  const displayName = person.name?.trim() || wanted;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const handle = attempt === 0 && wanted === wish ? wanted : variantOf(wanted, person.userId, attempt);
    const item = { handle, userId: person.userId, displayName };
    if (await takeHandle(item)) return item;
  }
  throw new Error(`No free handle near ${wanted}.`);
}
