import { util } from '@aws-appsync/utils';

export { changeKey, messageKey, sentKey } from '../../../../../shared/message-keys.ts';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

export function isUuid(text: string): boolean {
  return util.matches(`^${UUID}$`, text);
}

/** Whether a text has the form of a conversation's id. */
export function isConversationId(text: string): boolean {
  return util.matches(`^((direct|group)_${UUID}_${UUID}|notes_${UUID})$`, text);
}

/**
 * The id of the conversation of two people: the same for both, so that two who start at once meet in one. That of
 * notes: one's own.
 */
export function conversationOfTwo(one: string, other: string): string {
  if (one === other) return `notes_${one}`;
  return one < other ? `direct_${one}_${other}` : `direct_${other}_${one}`;
}

/** The other one of the two; null for groups and notes. */
export function otherOf(conversationId: string, caller: string): string | null {
  const [kind, one, other] = conversationId.split('_');
  if (kind !== 'direct') return null;
  return (one === caller ? other : one) as string;
}
