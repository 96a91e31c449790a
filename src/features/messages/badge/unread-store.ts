import { createStore } from '../../../lib/store/create-store.ts';

/** How many messages wait, over all conversations that are not muted; `more` when some were not looked at. */
export const unreadMessages = createStore({ messages: 0, more: false });
