import type { Contact, Conversation } from './types.ts';

/** Somebody's profile; null when there is none for the reader, undefined while it is being asked for. */
export type Known = Contact | null | undefined;

/** What stands for everybody who is not there: deleted, suspended, or not for this reader, without telling which. */
export const UNAVAILABLE = 'Unavailable account';

/** What stands for somebody who left no trace but their place in a conversation. */
export const DELETED = 'Deleted account';

export function nameOf(profile: Known): string {
  return profile === undefined ? '…' : (profile?.displayName ?? UNAVAILABLE);
}

/** The other members. */
export function othersIn({ memberIds }: Pick<Conversation, 'memberIds'>, me: string): string[] {
  return memberIds.filter((id) => id !== me);
}

/** What a conversation is called: by its title, or by who is in it. */
export function titleOf(conversation: Conversation, me: string, person: (id: string) => Known): string {
  const { kind, title } = conversation;
  if (kind === 'NOTES') return 'Notes to yourself';
  if (title) return title;
  const others = othersIn(conversation, me);
  // Who deletes their account is no member any more.
  if (others.length === 0) return kind === 'DIRECT' ? DELETED : 'Just you';
  return listNames(
    others.map((id) => nameOf(person(id))),
    3,
  );
}

/** «Ada», «Ada and Grace», «Ada, Grace and 2 more». */
export function listNames(names: readonly string[], most: number): string {
  if (names.length > most) {
    const shown = names.slice(0, most - 1);
    return `${shown.join(', ')} and ${names.length - shown.length} more`;
  }
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
