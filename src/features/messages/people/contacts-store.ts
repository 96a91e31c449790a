import { createStore, type Store } from '../../../lib/store/create-store.ts';
import type { Contact } from '../model/types.ts';

/** Null: not there for the reader. */
export type Contacts = ReadonlyMap<string, Contact | null>;

export interface ContactsStore {
  readonly store: Store<Contacts>;
  /** Asks for those who are not known yet, or were asked for some time ago. */
  want(ids: readonly string[]): void;
  /** What is known from elsewhere, for example a search. */
  learn(contacts: readonly Contact[]): void;
  /** Asks for everybody again: somebody was blocked, for example. */
  refresh(): void;
}

interface Options {
  /** Throws when it fails; then the same people are asked for with the next `want`. */
  fetch(ids: readonly string[]): Promise<Contact[]>;
  now?(): number;
  /** Runs after all that is wanted in one go. */
  soon?(work: () => void): void;
}

const AT_ONCE = 50;
const FRESH_MS = 60_000;

/** Names and pictures of the people in conversations, asked for together and kept for the page's life. */
export function createContacts(options: Options): ContactsStore {
  const { fetch, now = () => performance.now(), soon = (work) => setTimeout(work, 20) } = options;
  const store = createStore<Contacts>(new Map());
  const askedAt = new Map<string, number>();
  let wanted = new Set<string>();

  function put(entries: Iterable<readonly [string, Contact | null]>): void {
    store.set((known) => new Map([...known, ...entries]));
  }

  async function load(ids: string[]): Promise<void> {
    try {
      const found = new Map((await fetch(ids)).map((contact) => [contact.id, contact]));
      put(ids.map((id) => [id, found.get(id) ?? null]));
    } catch {
      // Names are missing for a while; whoever looks next asks again, and what failed says so itself.
      for (const id of ids) askedAt.delete(id);
    }
  }

  function flush(): void {
    const all = [...wanted];
    wanted = new Set();
    for (let at = 0; at < all.length; at += AT_ONCE) void load(all.slice(at, at + AT_ONCE));
  }

  function want(ids: readonly string[]): void {
    const missing = ids.filter((id) => now() - (askedAt.get(id) ?? -Infinity) > FRESH_MS);
    if (missing.length === 0) return;
    if (wanted.size === 0) soon(flush);
    for (const id of missing) {
      askedAt.set(id, now());
      wanted.add(id);
    }
  }

  return {
    store,
    want,
    learn(contacts) {
      put(contacts.map((contact) => [contact.id, contact]));
    },
    refresh() {
      askedAt.clear();
      want([...store.get().keys()]);
    },
  };
}
