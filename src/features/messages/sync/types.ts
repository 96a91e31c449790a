/** The GraphQL types of direct messages, as far as keeping a client in step needs them. */
export interface DirectMessage {
  conversationId: string;
  seq: number;
  clientId: string;
  senderId: string;
  /** Null when it was deleted. */
  text: string | null;
  createdAt: string;
  editedAt: string | null;
  deletedAt: string | null;
}

export interface ConversationEvent {
  recipients: string[];
  kind:
    | 'STARTED'
    | 'MESSAGE'
    | 'EDITED'
    | 'DELETED'
    | 'DELIVERED'
    | 'READ'
    | 'TYPING'
    | 'MEMBERS'
    | 'RENAMED'
    | 'MUTED';
  conversationId: string;
  actorId: string;
  at: string;
  message: DirectMessage | null;
  upTo: number | null;
  memberIds: string[] | null;
  ownerId: string | null;
  title: string | null;
  muted: boolean | null;
  lastSeq: number | null;
  revision: number | null;
}

/** A page of history, newest first. */
export interface MessagePage {
  items: DirectMessage[];
  hasMore: boolean;
  lastSeq: number;
  revision: number;
}

/** What was missed after a place: messages oldest first, and what changed of those before it. */
export interface Missed {
  items: DirectMessage[];
  changed: DirectMessage[];
  more: boolean;
  lastSeq: number;
  revision: number;
}
