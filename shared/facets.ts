/**
 * What is more than plain text in a crud: links, @mentions and #hashtags. The database finds the same mentions and
 * hashtags (sql/migrations/0009_text.sql); a test holds the two against each other. Never a regular expression over
 * markup: whoever shows a text cuts it at these places and lets the rest be text.
 */
export interface Facet {
  kind: 'LINK' | 'MENTION' | 'HASHTAG';
  /** Where it stands in the text, in UTF-16 units as `slice` takes them; with the @ or #. */
  start: number;
  end: number;
  /** The address, the handle or the tag: without @ or #, the latter two in the form in which they are looked up. */
  value: string;
}

/** Letters, marks, digits and the underscore of every script, but the marks that make emoji of other characters. */
const WORD = '(?:(?![\\uFE00-\\uFE0F\\u20D0-\\u20FF\\u{E0000}-\\u{E0FFF}])[\\p{L}\\p{M}\\p{N}_])';
const LINK = `(?<!${WORD})[Hh][Tt][Tt][Pp][Ss]?://[^\\u0000-\\u0020\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF<>"]+`;
const MENTION = `(?<!(?:${WORD}|[@＠/]))[@＠]([A-Za-z][A-Za-z0-9_]{2,19})(?!(?:${WORD}|[@＠]))`;
const HASHTAG = `(?<!(?:${WORD}|[#＃&/]))[#＃](?![0-9_]+(?!${WORD}))(${WORD}{1,50})(?!${WORD})`;
const FACET = new RegExp(`(${LINK})|${MENTION}|${HASHTAG}`, 'gu');
/** What ends a sentence or a bracket rather than an address. */
const TRAILING = /[.,;:!?'’”»*_~)\]}]+$/u;

/** The form in which a hashtag is stored and looked up. */
function normalizeHashtag(tag: string): string {
  return tag
    .replace(/^[#＃]/u, '')
    .normalize('NFKC')
    .toLowerCase();
}

/** Finds links, mentions and hashtags, in the order of the text. A mention is a handle, whether anybody has it or not. */
export function findFacets(text: string): Facet[] {
  return [...text.matchAll(FACET)].map((match): Facet => {
    const start = match.index;
    const [whole, link, handle, tag] = match;
    if (link !== undefined) {
      const value = withoutTrailing(link);
      return { kind: 'LINK', start, end: start + value.length, value };
    }
    const end = start + whole.length;
    if (handle !== undefined) return { kind: 'MENTION', start, end, value: handle.toLowerCase() };
    return { kind: 'HASHTAG', start, end, value: normalizeHashtag(tag!) };
  });
}

/** Keeps a closing bracket that the address itself opened, as Wikipedia's do. */
function withoutTrailing(link: string): string {
  const cut = link.replace(TRAILING, '');
  const rest = link.slice(cut.length);
  return rest.startsWith(')') && cut.includes('(') && !cut.includes(')') ? `${cut})` : cut;
}
