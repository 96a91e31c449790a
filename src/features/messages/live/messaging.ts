import type { Store } from '../../../lib/store/create-store.ts';
import { fetchContacts } from '../api/people.ts';
import type { Conversations } from '../model/conversations.ts';
import type { Conversation } from '../model/types.ts';
import { createContacts, type ContactsStore } from '../people/contacts-store.ts';
import { createMessageSync, type ConversationEvent, type MessageSync } from '../sync/index.ts';
import { amplifyTransport } from './amplify-transport.ts';
import { createConversationList, type ConversationList } from './conversation-list.ts';
import { createOpener } from './opener.ts';
import { outboxStorage } from './outbox-storage.ts';
import { createReceipts } from './receipts.ts';
import { createTyping, type Typing } from './typing.ts';
import { watchRules } from './watch-rules.ts';
import { createUnreadCounter } from './unread.ts';

/** Everything about one person's messages on this page. */
export interface Messaging {
  readonly me: string;
  readonly sync: MessageSync;
  readonly list: ConversationList;
  readonly conversations: Store<Conversations>;
  readonly contacts: ContactsStore;
  readonly typing: Typing;
  /** Null when there is no such conversation for this person. Throws what the transport throws. */
  open(conversationId: string): Promise<Conversation | null>;
  markRead(conversationId: string, upTo: number): void;
  /** Which conversation is before the person's eyes, down to its newest message. */
  setReading(conversationId: string | null): void;
  /** Looks for what may have been missed: call it when the page comes to the front, and now and then. */
  refresh(): void;
  stop(): void;
}

/** Connects, and stays connected until it is stopped. @param me the person's id */
export function startMessaging(me: string): Messaging {
  const list = createConversationList(me, ({ id }) => markDelivered(id));
  const typing = createTyping();
  const receipts = createReceipts();
  const unread = createUnreadCounter();
  let reading: string | null = null;

  /** Between two people the sender learns that it has arrived; in groups that would be a receipt for each of 32. */
  function markDelivered(conversationId: string): void {
    const conversation = list.store.get().byId[conversationId];
    if (conversation?.kind !== 'DIRECT' || conversation.unread === 0) return;
    receipts.mark('delivered', conversationId, conversation.lastSeq);
  }

  function receive(event: ConversationEvent): void {
    const { kind, conversationId, actorId } = event;
    if (kind === 'TYPING') return typing.saw(conversationId, actorId);
    const before = list.store.get().byId[conversationId];
    list.apply(event);
    if (kind === 'MESSAGE') typing.finished(conversationId, actorId);
    if (kind === 'MESSAGE' && actorId !== me && conversationId === reading) seeAtOnce(event);
    else if (kind === 'MESSAGE') markDelivered(conversationId);
    countUnread(event, before);
  }

  /** It is read as it comes, before the server has heard of it. */
  function seeAtOnce(event: ConversationEvent): void {
    list.apply({ ...event, kind: 'READ', actorId: me, message: null, upTo: event.message?.seq ?? 0 });
  }

  function countUnread(event: ConversationEvent, before: Conversation | undefined): void {
    const after = list.store.get().byId[event.conversationId];
    if (before && after) unread.add(after.muted || before.muted ? 0 : after.unread - before.unread);
    else if (event.kind === 'MESSAGE' && event.actorId !== me) unread.add(1);
    const isOwnReading = event.kind === 'READ' && event.actorId === me;
    const mayCount = event.kind === 'MESSAGE' || event.kind === 'MUTED' || event.kind === 'MEMBERS';
    if (isOwnReading || mayCount) unread.soon();
  }

  async function catchUp(): Promise<void> {
    receipts.retry();
    const waiting = await unread.now();
    try {
      // What waits has now arrived, and its senders learn of it.
      if (list.store.get().loadedTo === null && waiting) await list.loadMore();
      else await list.refresh();
      for (const id of Object.keys(list.store.get().byId)) markDelivered(id);
      await Promise.all(Object.keys(sync.state().logs).map((id) => list.look(id)));
    } catch {
      // The list stays what it was: opening it, or the next connection, asks again.
    }
  }

  const contacts = createContacts({ fetch: fetchContacts });
  const stopWatching = watchRules(contacts.refresh);
  const sync = createMessageSync({
    transport: amplifyTransport,
    store: outboxStorage(me),
    onEvent: receive,
    onLive: () => void catchUp(),
  });
  sync.start();

  return {
    me,
    sync,
    list,
    conversations: list.store,
    contacts,
    typing,
    open: createOpener(sync, list),
    markRead(conversationId, upTo) {
      receipts.mark('read', conversationId, upTo);
    },
    setReading(conversationId) {
      reading = conversationId;
    },
    refresh() {
      sync.tryNow();
      sync.refresh();
      unread.soon();
    },
    stop() {
      stopWatching();
      sync.stop();
      list.stop();
      typing.stop();
      receipts.stop();
      unread.stop();
    },
  };
}
