import { createStore, type Store } from '../../../lib/store/create-store.ts';
import { toAppError } from '../../../lib/errors/to-app-error.ts';
import { ask } from '../api/ask.ts';
import { CONVERSATION, INBOX } from '../api/documents.ts';
import {
  NO_CONVERSATIONS,
  applyToConversations,
  withConversation,
  withHead,
  withPage,
  withoutConversation,
  type Conversations,
} from '../model/conversations.ts';
import type { Conversation, ConversationPage } from '../model/types.ts';
import type { ConversationEvent } from '../sync/index.ts';

const PAGE = 30;
/** Events that say too little come in swarms: one look answers them all. */
const LOOK_AFTER_MS = 150;

/** The signed-in person's conversations, kept up to date by events. */
export interface ConversationList {
  readonly store: Store<Conversations>;
  /** Loads the first page, or the next one. Throws AppError. */
  loadMore(): Promise<void>;
  /** Reads the head again, when there is a list: events may have been missed. Throws AppError. */
  refresh(): Promise<void>;
  /** One conversation as it is now, with who has read what; null when there is none for the caller. Throws AppError. */
  look(id: string): Promise<Conversation | null>;
  apply(event: ConversationEvent): void;
  stop(): void;
}

/** @param looked called after a conversation was read by itself */
export function createConversationList(
  me: string,
  looked: (conversation: Conversation) => void,
): ConversationList {
  const store = createStore<Conversations>(NO_CONVERSATIONS);
  const looks = new Map<string, ReturnType<typeof setTimeout>>();
  let loading: Promise<void> | undefined;
  let isStopped = false;

  function change(next: (state: Conversations) => Conversations): void {
    if (!isStopped) store.set(next);
  }

  async function loadPage(): Promise<void> {
    const { cursor, loadedTo } = store.get();
    if (loadedTo === '') return;
    const page = await ask<ConversationPage>(INBOX, { limit: PAGE, cursor });
    change((state) => withPage(state, page, cursor));
  }

  async function look(id: string): Promise<Conversation | null> {
    try {
      const conversation = await ask<Conversation>(CONVERSATION, { id });
      change((state) => withConversation(state, conversation));
      looked(conversation);
      return conversation;
    } catch (error) {
      if (toAppError(error).type !== 'NotFound') throw error;
      change((state) => withoutConversation(state, id));
      return null;
    }
  }

  function lookSoon(id: string): void {
    if (looks.has(id)) return;
    const work = (): void => {
      looks.delete(id);
      // What can't be had now comes with the next event, or when the connection is back.
      look(id).catch(() => undefined);
    };
    looks.set(id, setTimeout(work, LOOK_AFTER_MS));
  }

  return {
    store,
    look,
    loadMore() {
      loading ??= loadPage().finally(() => (loading = undefined));
      return loading;
    },
    async refresh() {
      if (store.get().loadedTo === null) return;
      const page = await ask<ConversationPage>(INBOX, { limit: PAGE, cursor: null });
      change((state) => withHead(state, page));
    },
    apply(event) {
      const { state, stale } = applyToConversations(store.get(), event, me);
      change(() => state);
      if (stale) lookSoon(event.conversationId);
    },
    stop() {
      isStopped = true;
      for (const timer of looks.values()) clearTimeout(timer);
    },
  };
}
