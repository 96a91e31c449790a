/** localStorage that is never the reason for a failure: it may be blocked, full, or hold something else's data. */
export function readLocal<T>(key: string, accept: (value: unknown) => value is T): T | undefined {
  try {
    const text = localStorage.getItem(key);
    if (text === null) return undefined;
    const value: unknown = JSON.parse(text);
    return accept(value) ? value : undefined;
  } catch {
    // Blocked, or not JSON: then there is nothing of ours.
    return undefined;
  }
}

/** Returns whether it was kept; `undefined` removes the key. */
export function writeLocal(key: string, value: unknown): boolean {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    // Blocked or full: what to do without it is the caller's to say.
    return false;
  }
}

/** The keys that are kept, of all features. */
export function localKeys(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    // Blocked: then nothing was kept either.
    return [];
  }
}
