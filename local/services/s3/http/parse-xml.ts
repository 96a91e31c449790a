import { s3Error } from '../errors.ts';

/** An element of a request's body. */
export interface XmlNode {
  readonly name: string;
  readonly children: readonly XmlNode[];
  readonly text: string;
}

const TOKEN =
  /<\?[^>]*\?>|<!--[\s\S]*?-->|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/y;

/**
 * Reads the small documents that S3's requests carry: elements and text; attributes are skipped, DTDs refused.
 * Throws MalformedXML unless the root is called `root`.
 */
export function parseXml(body: Buffer, root: string): XmlNode {
  const text = body.toString('utf8').replace(/^\uFEFF/, '');
  interface Open {
    name: string;
    children: XmlNode[];
    text: string;
  }
  const top: Open = { name: '', children: [], text: '' };
  const stack: Open[] = [top];
  for (let at = 0; at < text.length;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) throw s3Error('MalformedXML');
    at = TOKEN.lastIndex;
    const [, closing, name, , selfClosing, characters] = match;
    const current = stack.at(-1) as Open;
    if (characters !== undefined) current.text += decodeEntities(characters);
    else if (name === undefined) continue;
    else if (closing) {
      if (current.name !== localName(name) || stack.length === 1) throw s3Error('MalformedXML');
      stack.pop();
      (stack.at(-1) as Open).children.push(current);
    } else if (selfClosing) current.children.push({ name: localName(name), children: [], text: '' });
    else stack.push({ name: localName(name), children: [], text: '' });
  }
  const [node] = top.children;
  if (stack.length !== 1 || top.children.length !== 1 || node?.name !== root) throw s3Error('MalformedXML');
  return node;
}

export function childrenOf(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.filter((child) => child.name === name);
}

/** The text of the first such child; undefined when there is none. */
export function textOf(node: XmlNode, name: string): string | undefined {
  return node.children.find((child) => child.name === name)?.text;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (_all, entity: string) => {
    if (entity.startsWith('#x')) return codePoint(Number.parseInt(entity.slice(2), 16));
    if (entity.startsWith('#')) return codePoint(Number(entity.slice(1)));
    const character = ENTITIES[entity];
    if (character === undefined) throw s3Error('MalformedXML');
    return character;
  });
}

function codePoint(value: number): string {
  if (value > 0x10ffff) throw s3Error('MalformedXML');
  return String.fromCodePoint(value);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
