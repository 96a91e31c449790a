/** A piece of a crud's text. Joined, the values give the text back. */
export type Token =
  | { kind: 'text'; value: string }
  | { kind: 'mention'; value: string }
  | { kind: 'hashtag'; value: string }
  | { kind: 'link'; value: string; href: string };

// Handles as in shared/handle.ts; a tag has at least one letter, so that «#1» stays text.
const PATTERN =
  /(?<link>https?:\/\/[^\s<>"]+)|(?<![\p{L}\p{N}_@/])(?<mention>@[a-z][a-z0-9_]{2,19})(?![\p{L}\p{N}_@])|(?<![\p{L}\p{N}_&/#])(?<hashtag>#[\p{N}_]*[\p{L}][\p{L}\p{M}\p{N}_]*)/giu;

const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** How much of a found address belongs to it: not the full stop of the sentence, nor a bracket that it doesn't open. */
function trimLink(found: string): string {
  let link = found;
  for (;;) {
    const last = link.at(-1) ?? '';
    const opening = PAIRS[last];
    const unopened = opening && link.split(last).length > link.split(opening).length;
    if (!unopened && !/[.,:;!?'’”»*_~]/u.test(last)) return link;
    link = link.slice(0, -last.length);
  }
}

function parseHref(link: string): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const { protocol, hostname, href, username } = new URL(link);
  // An address with a user name in it shows one host and opens another.
  const acceptable = (protocol === 'https:' || protocol === 'http:') && hostname !== '' && username === '';
  return acceptable ? href : undefined;
}

/** Finds the links, mentions and hashtags of a text. Never loses or changes a character. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const push = (token: Token): void => {
    if (token.value !== '') tokens.push(token);
    at += token.value.length;
  };
  for (const match of text.matchAll(PATTERN)) {
    const { link, mention, hashtag } = match.groups!;
    push({ kind: 'text', value: text.slice(at, match.index) });
    if (mention) push({ kind: 'mention', value: mention });
    else if (hashtag) push({ kind: 'hashtag', value: hashtag });
    else if (link) {
      const value = trimLink(link);
      const href = parseHref(value);
      push(href ? { kind: 'link', value, href } : { kind: 'text', value });
    }
  }
  push({ kind: 'text', value: text.slice(at) });
  return tokens;
}

/** A link as people read it: without scheme and «www.», cut at 42 characters. */
export function linkLabel(link: string): string {
  const bare = link.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
  return bare.length > 42 ? `${bare.slice(0, 41)}…` : bare;
}
