import { EVENT_SELECTION, MESSAGE_SELECTION } from '../../../../shared/conversation-event.ts';

export const SEND_MESSAGE = `mutation SendMessage($conversationId: ID!, $clientId: ID!, $text: String!) {
  sendMessage(conversationId: $conversationId, clientId: $clientId, text: $text) { ${EVENT_SELECTION} } }`;

export const MESSAGES = `query Messages($conversationId: ID!, $before: Int, $limit: Int) {
  messages(conversationId: $conversationId, before: $before, limit: $limit) {
    items { ${MESSAGE_SELECTION} } hasMore lastSeq revision } }`;

export const MISSED_MESSAGES = `query Missed($conversationId: ID!, $afterSeq: Int!, $afterRevision: Int!, $limit: Int) {
  missedMessages(conversationId: $conversationId, afterSeq: $afterSeq, afterRevision: $afterRevision, limit: $limit) {
    items { ${MESSAGE_SELECTION} } changed { ${MESSAGE_SELECTION} } more lastSeq revision } }`;

export const ON_CONVERSATION_EVENT = `subscription OnConversationEvent { onConversationEvent { ${EVENT_SELECTION} } }`;
