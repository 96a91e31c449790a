import { createContext, use, useEffect, useSyncExternalStore } from 'react';
import { useStore } from '../../../lib/store/create-store.ts';
import type { Conversations } from '../model/conversations.ts';
import type { Known } from '../model/names.ts';
import type { Conversation } from '../model/types.ts';
import type { SyncState } from '../sync/index.ts';
import type { Messaging } from './messaging.ts';

export const MessagingContext = createContext<Messaging | null>(null);

/** The signed-in person's messages; inside a screen of messages alone. */
export function useMessaging(): Messaging {
  const messaging = use(MessagingContext);
  if (!messaging) throw new Error('There is no MessagingContext around this component.');
  return messaging;
}

export function useConversations(): Conversations {
  return useStore(useMessaging().conversations);
}

export function useConversation(id: string): Conversation | undefined {
  return useConversations().byId[id];
}

/** A part of what the sync holds. Renders again only when that changes, so `read` must not make new values. */
export function useSync<Part>(read: (state: SyncState) => Part): Part {
  const { sync } = useMessaging();
  return useSyncExternalStore(sync.subscribe, () => read(sync.state()));
}

/** Looks somebody up, and asks for those of `ids` who are not known yet. */
export function useContacts(ids: readonly string[]): (id: string) => Known {
  const { contacts } = useMessaging();
  const known = useStore(contacts.store);
  const key = ids.join(' ');
  useEffect(() => {
    if (key) contacts.want(key.split(' '));
  }, [contacts, key]);
  return (id) => known.get(id);
}
