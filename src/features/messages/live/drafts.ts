import { readLocal, writeLocal } from '../../../lib/storage/local.ts';

const keyOf = (userId: string, conversationId: string): string =>
  `cruddur.message-draft.${userId}.${conversationId}`;
const isText = (value: unknown): value is string => typeof value === 'string';

/** What somebody wrote in a conversation and didn't send; '' for nothing. */
export function readDraft(userId: string, conversationId: string): string {
  return readLocal(keyOf(userId, conversationId), isText) ?? '';
}

/** Kept with every letter: whatever ends the page, nothing that was typed is lost. */
export function keepDraft(userId: string, conversationId: string, text: string): void {
  writeLocal(keyOf(userId, conversationId), text === '' ? undefined : text);
}
