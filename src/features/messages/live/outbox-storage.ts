import { localKeys, readLocal, writeLocal } from '../../../lib/storage/local.ts';
import { readOutbox, type Outbox, type OutboxStore } from '../sync/index.ts';

const anything = (value: unknown): value is unknown => value !== undefined;

/** A person's unsent messages in this browser: one key for each, so that two tabs don't overwrite each other's. */
export function outboxStorage(userId: string): OutboxStore {
  const prefix = `cruddur.unsent.${userId}.`;

  function read(): Outbox {
    const keys = localKeys().filter((key) => key.startsWith(prefix));
    return readOutbox(keys.map((key) => readLocal(key, anything)));
  }

  return {
    read,
    write(next, before) {
      const kept = new Set(next.map(({ clientId }) => clientId));
      for (const { clientId } of before) if (!kept.has(clientId)) writeLocal(prefix + clientId, undefined);
      for (const one of next) if (!before.includes(one)) writeLocal(prefix + one.clientId, one);
    },
    follow(changed) {
      const onStorage = (event: StorageEvent): void => {
        if (event.key === null || event.key.startsWith(prefix)) changed(read());
      };
      addEventListener('storage', onStorage);
      return () => removeEventListener('storage', onStorage);
    },
  };
}
