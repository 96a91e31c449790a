import { expect, test } from 'vitest';
import { linkLabel, tokenize } from './tokenize.ts';

const found = (text: string): string[] =>
  tokenize(text)
    .filter((token) => token.kind !== 'text')
    .map((token) => `${token.kind} ${token.kind === 'link' ? token.href : token.value}`);

test('mentions lead to people, hashtags to their page', () => {
  const paths = tokenize('@Ada #Fading #日本').flatMap((token) => ('path' in token ? [token.path] : []));
  expect(paths).toEqual(['/@ada', '/tags/fading', '/tags/%E6%97%A5%E6%9C%AC']);
});

test.each([
  ['Hi @ada, see #Fading.', ['mention @ada', 'hashtag #Fading']],
  ['https://example.com/a?b=1#c.', ['link https://example.com/a?b=1#c']],
  ['(https://example.com/a_(b))', ['link https://example.com/a_(b)']],
  ['http://example.com/"onclick="x', ['link http://example.com/']],
  ['#日本 #ça_va #1', ['hashtag #日本', 'hashtag #ça_va']],
  ['@ada@example.com a@ada.com @ab @1abc', []],
  ['javascript:alert(1) ftp://example.com data:text/html,x', []],
  ['https://user:secret@evil.example', []],
  ['https:// https://?', []],
  ['&#39; a#b ##x', []],
  ['<script>alert(1)</script>', []],
  ['@averyveryverylonghandle', []],
])('%s', (text, expected) => expect(found(text)).toEqual(expected));

test.each(['', 'a\n\nb ', 'x @ada https://a.b/c). #tag!', '👩‍👩‍👧‍👦 שלום @grace مرحبا #وسم'])(
  'no character is lost or changed: %j',
  (text) => {
    const joined = tokenize(text).map((token) => token.value);
    expect(joined.join('')).toBe(text);
  },
);

test('a link is shown short, without its scheme', () => {
  expect(linkLabel('https://www.example.com/')).toBe('example.com');
  expect(linkLabel(`https://example.com/${'a'.repeat(60)}`)).toHaveLength(42);
});
