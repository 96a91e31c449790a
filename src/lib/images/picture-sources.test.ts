import { expect, test } from 'vitest';
import { plainSource, sourcesForAnyWidth, sourcesForSize, widthFor } from './picture-sources.ts';

const avatar = { kind: 'AVATAR', ownerId: 'ada', version: 'v' } as const;
const cover = { kind: 'COVER', ownerId: 'ada', version: 'v' } as const;

test.each([
  [20, '64 3x'],
  [26, '64 2x, 128 3x'],
  [44, '64 1x, 128 3x'],
  [64, '64 1x, 128 2x, 256 3x'],
  [120, '128 1x, 256 2x, 512 3x'],
  [600, '512 3x'],
])('an avatar of %i pixels offers %s', (size, offered) => {
  const [first] = sourcesForSize('https://x', avatar, size);
  expect(first!.srcSet.replaceAll(/https:\/\/x\/avatars\/ada\/v-(\d+)\.avif/g, '$1')).toBe(offered);
});

test('the best format comes first, JPEG is what everybody can show', () => {
  expect(sourcesForSize('https://x', avatar, 20)).toEqual([
    { type: 'image/avif', srcSet: 'https://x/avatars/ada/v-64.avif 3x' },
    { type: 'image/webp', srcSet: 'https://x/avatars/ada/v-64.webp 3x' },
    { type: 'image/jpeg', srcSet: 'https://x/avatars/ada/v-64.jpg 3x' },
  ]);
  expect(plainSource('https://x', avatar, 88)).toBe('https://x/avatars/ada/v-128.jpg');
});

test('a cover offers its widths', () => {
  expect(sourcesForAnyWidth('https://x', cover).map(({ srcSet }) => srcSet)).toEqual([
    'https://x/covers/ada/v-600.avif 600w, https://x/covers/ada/v-1500.avif 1500w',
    'https://x/covers/ada/v-600.webp 600w, https://x/covers/ada/v-1500.webp 1500w',
  ]);
});

test('a file may be enlarged by a tenth and no more', () => {
  expect(widthFor('AVATAR', 70)).toBe(64);
  expect(widthFor('AVATAR', 71)).toBe(128);
});
