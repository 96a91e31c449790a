export { ON_CONVERSATION_EVENT } from './documents.ts';
export type { MessageLog } from './log.ts';
export { createMessageSync, type MessageSync, type SyncState } from './message-sync.ts';
export { readOutbox, type Outbox, type OutboxStore, type Unsent } from './outbox.ts';
export { RequestProblem, type Transport } from './transport.ts';
export type { ConversationEvent, DirectMessage } from './types.ts';
