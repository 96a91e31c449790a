/** What an element holds: text, or further elements in order; undefined leaves the element out. */
export type XmlContent = string | number | boolean | undefined | XmlChildren;
export type XmlChildren = readonly (readonly [name: string, content: XmlContent])[];

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** A document of S3's namespace. */
export function xmlDocument(root: string, content: XmlContent, namespace: string = NAMESPACE): string {
  const xmlns = namespace === '' ? '' : ` xmlns="${namespace}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${xmlns}>${inner(content)}</${root}>`;
}

function inner(content: XmlContent): string {
  if (content === undefined) return '';
  if (typeof content !== 'object') return escapeXml(String(content));
  return content
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `<${name}>${inner(value)}</${name}>`)
    .join('');
}

/** Control characters that XML cannot hold stay as references, as S3 sends them. */
function escapeXml(text: string): string {
  return text.replace(/[&<>"\u0000-\u001f]/g, (character) => {
    if (character === '\n' || character === '\t') return character;
    return NAMED[character] ?? `&#x${character.charCodeAt(0).toString(16)};`;
  });
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
