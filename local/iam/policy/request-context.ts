/** The condition keys of one request. Keys ignore case; each has one or more values. */
export interface RequestContext {
  get(key: string): readonly string[] | undefined;
}

export function createRequestContext(
  ...sources: readonly (Readonly<Record<string, string | readonly string[] | undefined>> | undefined)[]
): RequestContext {
  const values = new Map<string, readonly string[]>();
  for (const source of sources) {
    for (const [key, value] of Object.entries(source ?? {})) {
      if (value !== undefined) values.set(key.toLowerCase(), typeof value === 'string' ? [value] : value);
    }
  }
  return { get: (key) => values.get(key.toLowerCase()) };
}
