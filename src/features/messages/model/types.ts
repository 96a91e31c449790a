import type { DirectMessage } from '../sync/types.ts';

/** Somebody, as far as messages need them. */
export interface Contact {
  id: string;
  handle: string;
  displayName: string;
  avatar: string | null;
  /** Nobody learns of the other direction. */
  blockedByMe: boolean | null;
}

/** How far a member has got in a conversation. */
export interface Participant {
  userId: string;
  readUpTo: number;
  deliveredUpTo: number;
}

/** A conversation as the signed-in person sees it: the GraphQL type ConversationView. */
export interface Conversation {
  id: string;
  kind: 'DIRECT' | 'GROUP' | 'NOTES';
  title: string | null;
  memberIds: string[];
  ownerId: string | null;
  lastSeq: number;
  lastMessage: DirectMessage | null;
  /** Null until there is something to show in the list. */
  lastActivityAt: string | null;
  unread: number;
  readUpTo: number;
  muted: boolean;
  /** Only where one conversation was asked for; lists leave it out. */
  participants: Participant[] | null;
}

export interface ConversationPage {
  items: Conversation[];
  cursor: string | null;
}
