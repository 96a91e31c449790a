/**
 * A website as a link; undefined for what must not become one. The database lets http and https through alone; the page
 * relies on nobody for that.
 */
export function websiteLink(website: string): { href: string; label: string } | undefined {
  if (!URL.canParse(website)) return undefined;
  const { protocol, hostname, username, password, href } = new URL(website);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  // An address with a user name in it shows one host and opens another.
  if (!isWeb || hostname === '' || username !== '' || password !== '') return undefined;
  const bare = website.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
  return { href, label: bare.length > 36 ? `${bare.slice(0, 35)}…` : bare };
}

/** What somebody typed as their website, with the scheme that most leave out; empty for none. */
export function completeWebsite(typed: string): string {
  const text = typed.trim();
  return text === '' || /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
}
