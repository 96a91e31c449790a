/** The items of the tables, as they are stored (amplify/data/models/conversation.ts). */
export interface StoredMessage {
  conversationId: string;
  id: string;
  seq: number;
  clientId: string;
  /** Absent once the sender's account is deleted. */
  senderId?: string;
  text?: string;
  /** The length of the text as it was sent, for the case that its sender sends it again after an edit. */
  sentLength: number;
  sentAt: string;
  editedAt?: string;
  deletedAt?: string;
}

export interface StoredConversation {
  id: string;
  kind: 'DIRECT' | 'GROUP' | 'NOTES';
  title?: string;
  memberIds: string[];
  membersVersion: number;
  ownerId?: string;
  createdAt: string;
  lastSeq: number;
  revision: number;
  lastMessage?: StoredMessage;
}

export interface StoredMember {
  userId: string;
  conversationId: string;
  lastMessageAt?: string;
  lastSeq: number;
  joinedSeq: number;
  joinedAt: string;
  readSeq: number;
  deliveredSeq: number;
  sentUnread: number[];
  muted: boolean;
}
