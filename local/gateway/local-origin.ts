/** Whether a `Host` header names this machine; any port. Guards against DNS rebinding. */
export function isLocalHost(host: string | undefined): boolean {
  const name = (host ?? '').replace(/:\d+$/, '').toLowerCase();
  return name === '127.0.0.1' || name === '[::1]' || name === 'localhost' || name.endsWith('.localhost');
}

/** Whether a page at this origin is served by this machine. Undefined (no browser) counts. */
export function isLocalOrigin(origin: string | undefined): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && isLocalHost(new URL(origin).host);
}
