import type { ExpiresIn } from '../../../../shared/expiry.ts';
import { CHANGED_FIELDS } from '../../../lib/data/fields.ts';
import { request } from '../../../lib/data/request.ts';
import type { Activity } from '../../../lib/data/types.ts';
import { toAppError } from '../../../lib/errors/to-app-error.ts';
import { ensureProfile } from '../../account/index.ts';

export interface NewCrud {
  clientId: string;
  message: string;
  expiresIn: ExpiresIn;
  /** What it answers. */
  parentId?: string;
  /** What it quotes. */
  quoteId?: string;
}

/** The crud that was made; of a reply also how many its parent has now. */
export type Posted = Activity & { parentReplyCount?: number | null };

// Subscriptions deliver only what the mutation selected, and filter on these.
const FIELDS = `${CHANGED_FIELDS} pulse parentChanged parentReplyCount`;
const DOCUMENT = `mutation CreateActivity(
  $clientId: ID!, $message: String!, $expiresIn: ExpiresIn, $parentId: ID, $quoteId: ID
) {
  createActivity(
    clientId: $clientId, message: $message, expiresIn: $expiresIn, parentId: $parentId, quoteId: $quoteId
  ) { ${FIELDS} }
}`;

/** Posts a crud, a reply or a quote; the same `clientId` again answers the crud that it made the first time. Throws AppError. */
export async function createActivity(crud: NewCrud): Promise<Posted> {
  const send = async (): Promise<Posted> => {
    const { createActivity: made } = await request<{ createActivity: Posted }>(DOCUMENT, { ...crud });
    return made;
  };
  try {
    return await send();
  } catch (error) {
    if (toAppError(error).type !== 'ProfileMissing') throw error;
    await ensureProfile();
    return send();
  }
}
