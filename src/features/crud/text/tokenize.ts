import { findFacets, type Facet } from '../../../../shared/facets.ts';

/** A piece of a crud's text. Joined, the values give the text back. */
export type Token =
  | { kind: 'text'; value: string }
  | { kind: 'mention' | 'hashtag'; value: string; path: string }
  | { kind: 'link'; value: string; href: string };

function parseHref(link: string): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const { protocol, hostname, href, username } = new URL(link);
  // An address with a user name in it shows one host and opens another.
  const acceptable = (protocol === 'https:' || protocol === 'http:') && hostname !== '' && username === '';
  return acceptable ? href : undefined;
}

function toToken({ kind, value }: Facet, text: string): Token {
  if (kind === 'MENTION') return { kind: 'mention', value: text, path: `/@${value}` };
  if (kind === 'HASHTAG') return { kind: 'hashtag', value: text, path: `/tags/${encodeURIComponent(value)}` };
  const href = parseHref(value);
  return href ? { kind: 'link', value: text, href } : { kind: 'text', value: text };
}

/** Finds the links, mentions and hashtags of a text. Never loses or changes a character. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const plain = (end: number): void => {
    if (end > at) tokens.push({ kind: 'text', value: text.slice(at, end) });
  };
  for (const facet of findFacets(text)) {
    plain(facet.start);
    tokens.push(toToken(facet, text.slice(facet.start, facet.end)));
    at = facet.end;
  }
  plain(text.length);
  return tokens;
}

/** A link as people read it: without scheme and «www.», cut at 42 characters. */
export function linkLabel(link: string): string {
  const bare = link.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
  return bare.length > 42 ? `${bare.slice(0, 41)}…` : bare;
}
