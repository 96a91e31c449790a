import { createHash } from 'node:crypto';

/** Names for statements that come again, so that each connection parses and plans them once. */
export interface PreparedNames {
  /** A name from the second time on; undefined for what was never seen, and beyond 500 different statements. */
  nameOf(text: string, oids: readonly number[]): string | undefined;
  /** After a change of the schema: plans made before may no longer fit. */
  forget(): void;
}

const MOST = 500;

export function createPreparedNames(): PreparedNames {
  const seen = new Map<string, string | undefined>();
  let epoch = 0;
  return {
    nameOf(text, oids) {
      const key = `${oids.join()}:${text}`;
      if (!seen.has(key)) {
        // Statements with literals in them never return; remembering them all would be a leak.
        if (seen.size >= MOST) seen.clear();
        seen.set(key, undefined);
        return undefined;
      }
      const name = seen.get(key) ?? `s${epoch}_${createHash('sha1').update(key).digest('base64url')}`;
      seen.set(key, name);
      return name;
    },
    forget() {
      epoch += 1;
      seen.clear();
    },
  };
}
