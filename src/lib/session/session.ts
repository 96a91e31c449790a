import { createStore, useStore } from '../store/create-store.ts';
import { readLocal, writeLocal } from '../storage/local.ts';

/** Who is signed in, as far as the app knows without asking the API. */
export interface Person {
  userId: string;
  displayName: string;
  handle: string;
}

export type Session = { status: 'unknown' } | { status: 'guest' } | { status: 'person'; person: Person };

const KEY = 'cruddur.person';

function isPerson(value: unknown): value is Person {
  const person = value as Partial<Person> | null;
  return (
    typeof person?.userId === 'string' &&
    typeof person.displayName === 'string' &&
    typeof person.handle === 'string'
  );
}

const store = createStore<Session>({ status: 'unknown' });

/** Follows who is signed in. */
export function useSession(): Session {
  return useStore(store);
}

export const session = {
  get: store.get,
  subscribe: store.subscribe,

  /** Whom this browser saw last; to draw the first screen before tokens are read, and while the network is away. */
  remembered: (): Person | undefined => readLocal(KEY, isPerson),

  signedIn(person: Person): void {
    writeLocal(KEY, person);
    store.set({ status: 'person', person });
  },

  signedOut(): void {
    writeLocal(KEY, undefined);
    store.set((current) => (current.status === 'guest' ? current : { status: 'guest' }));
  },

  /** Resolves once it is known whether somebody is signed in. */
  known(): Promise<Exclude<Session, { status: 'unknown' }>> {
    return new Promise((resolve) => {
      const check = (): boolean => {
        const current = store.get();
        if (current.status === 'unknown') return false;
        resolve(current);
        return true;
      };
      if (check()) return;
      const stop = store.subscribe(() => {
        if (check()) stop();
      });
    });
  },
};

/** The key under which other tabs see a sign-out. */
export const SESSION_STORAGE_KEY = KEY;
