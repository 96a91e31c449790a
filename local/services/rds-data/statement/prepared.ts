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
  /** By text, then by the types of its parameters: a long text is hashed once as long as it is the same string. */
  const seen = new Map<string, Map<string, string | undefined>>();
  let epoch = 0;
  return {
    nameOf(text, oids) {
      const types = oids.join();
      const names = seen.get(text);
      if (!names?.has(types)) {
        // Statements with literals in them never return; remembering them all would be a leak.
        if (!names && seen.size >= MOST) seen.clear();
        seen.set(text, (names ?? new Map<string, string | undefined>()).set(types, undefined));
        return undefined;
      }
      const known = names.get(types);
      if (known !== undefined) return known;
      const name = `s${epoch}_${createHash('sha1').update(`${types}:${text}`).digest('base64url')}`;
      names.set(types, name);
      return name;
    },
    forget() {
      epoch += 1;
      seen.clear();
    },
  };
}
