const MOST_LINKS = 5;
const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The text of a mail's body, which may be HTML, and the web addresses in it. It is shown as text, whatever is left. */
export function readable(body) {
  if (!/<\/?[a-z][^>]*>/i.test(body)) return { text: body, links: linksIn(body) };
  const hrefs = [...body.matchAll(/href\s*=\s*["']([^"']+)["']/gi)]
    .map(([, href]) => unescape(href))
    .join(' ');
  const text = unescape(
    body
      .replace(/<(script|style|head)\b[\s\S]*?<\/\1\s*>/gi, '')
      .replace(/<br\s*\/?>|<\/(p|div|h\d|li|tr)>/gi, '\n')
      .replace(/<[^>]*>/g, ''),
  );
  const tidy = text
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
  return { text: tidy, links: linksIn(`${hrefs} ${tidy}`) };
}

function unescape(text) {
  return text.replace(/&(?:#(\d{1,6})|([a-z]+));/gi, (whole, number, name) => {
    if (number !== undefined) return String.fromCodePoint(Number(number));
    return NAMED[name.toLowerCase()] ?? whole;
  });
}

function linksIn(text) {
  const found = text.match(/https?:\/\/[^\s<>"')]+/g) ?? [];
  return [...new Set(found.map((link) => link.replace(/[.,;:!?]+$/, '')))].slice(0, MOST_LINKS);
}
