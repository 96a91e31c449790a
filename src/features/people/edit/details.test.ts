import { expect, test } from 'vitest';
import { completed, problemsOf, sameDetails } from './details.ts';

const ada = { displayName: 'Ada', bio: '', location: '', website: '' };
const family = '👩‍👩‍👧‍👦';
const wrong = (changes: Partial<typeof ada>): string[] =>
  Object.entries(problemsOf({ ...ada, ...changes }))
    .filter(([, problem]) => problem)
    .map(([name]) => name);

test.each([
  [{}, []],
  [{ displayName: 'Ada 🌸', bio: family.repeat(160), location: family.repeat(40) }, []],
  [{ displayName: '☕' }, []],
  [{ displayName: ' \u200b\u2060 ' }, ['displayName']],
  [{ displayName: family.repeat(51) }, ['displayName']],
  [{ bio: 'x'.repeat(161) }, ['bio']],
  [{ bio: `${'x'.repeat(160)}   ` }, []],
  [{ location: 'x'.repeat(41) }, ['location']],
  [{ website: 'example.com/ada' }, []],
  [{ website: 'https://example.com/a b' }, ['website']],
  [{ website: 'javascript:alert(1)' }, ['website']],
  [{ website: 'https://me@example.com' }, ['website']],
  [{ website: `https://example.com/${'x'.repeat(200)}` }, ['website']],
])('%j', (changes, names) => expect(wrong(changes)).toEqual(names));

test('what is too long says by how much', () => {
  expect(problemsOf({ ...ada, bio: 'x'.repeat(163) }).bio).toBe('At most 160 characters: 3 too many.');
});

test('a form is sent as the server would keep it', () => {
  const sent = completed({ displayName: ' Ada ', bio: '\n', location: ' London', website: 'example.com' });
  expect(sent).toEqual({ displayName: 'Ada', bio: '', location: 'London', website: 'https://example.com' });
  expect(sameDetails(sent, { ...sent })).toBe(true);
  expect(sameDetails(sent, { ...sent, bio: 'x' })).toBe(false);
});
