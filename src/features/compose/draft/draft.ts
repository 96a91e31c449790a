import { DEFAULT_EXPIRES_IN, EXPIRY_CHOICES, type ExpiresIn } from '../../../../shared/expiry.ts';

/** What somebody is writing. */
export interface Draft {
  text: string;
  expiresIn: ExpiresIn;
}

export function isExpiresIn(value: unknown): value is ExpiresIn {
  return EXPIRY_CHOICES.some((choice) => choice.value === value);
}

/** What storage gave, as a draft; an empty one where it makes no sense. */
export function parseDraft(stored: unknown): Draft {
  const { text, expiresIn } = (stored ?? {}) as { text?: unknown; expiresIn?: unknown };
  return {
    text: typeof text === 'string' ? text : '',
    expiresIn: isExpiresIn(expiresIn) ? expiresIn : DEFAULT_EXPIRES_IN,
  };
}

/** A new draft after publishing: the chosen lifetime stays. */
export function emptied(draft: Draft): Draft {
  return { ...draft, text: '' };
}

/** The draft with a text given back to it, without losing what has been written since. */
export function withText(draft: Draft, returned: string): Draft {
  const text = draft.text.trim() === '' ? returned : `${returned}\n\n${draft.text}`;
  return { ...draft, text };
}

const ABANDONED_MS = 30 * 24 * 3_600_000;

/** Whether what was stored is older than any crud that it could be about. */
export function isAbandoned(stored: unknown, now: number): boolean {
  const { at } = (stored ?? {}) as { at?: unknown };
  return typeof at !== 'number' || now - at > ABANDONED_MS;
}
