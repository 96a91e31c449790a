import { expect, test } from 'vitest';
import { hueOf, initialsOf } from './avatar-face.ts';

test.each([
  ['Ada Lovelace', 'AL'],
  ['grace brewster murray hopper', 'GH'],
  ['Prince', 'P'],
  ['  ', '·'],
  ['👩‍🚀 Mae', '👩‍🚀M'],
  ['éa', 'É'],
])('%s has the initials %s', (name, initials) => expect(initialsOf(name)).toBe(initials));

test('a colour follows from the seed alone', () => {
  expect(hueOf('one')).toBe(hueOf('one'));
  const hues = new Set(Array.from({ length: 50 }, (_, index) => hueOf(`person ${index}`)));
  expect(hues.size).toBeGreaterThan(30);
  for (const hue of hues) expect(hue >= 0 && hue < 360).toBe(true);
});
