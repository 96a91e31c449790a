import { expect, test } from 'vitest';
import { BAD_PICTURES, ODD_PICTURES, TOO_LARGE } from '../../../../tests/support/images/corpus.ts';
import { oriented, scene } from '../../../../tests/support/images/pictures.ts';
import { checkFile } from './check-file.ts';
import { saidSize } from './headers.ts';
import { PictureRefused } from './refused.ts';

const blob = (bytes: Uint8Array): Blob => new Blob([Uint8Array.from(bytes)]);

/** What only decoding shows. */
const LATER = new Set(['TOO_SMALL']);

test.each(BAD_PICTURES)(
  '$name is refused for the reason that the server gives',
  async ({ bytes, reason }) => {
    const checked = checkFile(blob(await bytes()));
    if (LATER.has(reason)) await expect(checked).resolves.toMatch(/^image\//);
    else await expect(checked).rejects.toMatchObject({ name: 'PictureRefused', reason });
  },
);

test.each(ODD_PICTURES)('$name is let through', async ({ bytes }) => {
  await expect(checkFile(blob(await bytes()))).resolves.toMatch(/^image\/(jpeg|png|gif|webp|avif)$/);
});

test('an empty file and one of 11 MB are refused', async () => {
  await expect(checkFile(new Blob([]))).rejects.toMatchObject({ reason: 'EMPTY' });
  const large = new Uint8Array(await TOO_LARGE.bytes());
  large.set([0xff, 0xd8, 0xff]);
  await expect(checkFile(blob(large))).rejects.toMatchObject({ reason: 'TOO_LARGE' });
});

test('HEIC has advice of its own', async () => {
  const heic = BAD_PICTURES.find(({ name }) => name === 'HEIC')!;
  const error = (await checkFile(blob(await heic.bytes())).catch(
    (thrown: unknown) => thrown,
  )) as PictureRefused;
  expect(error.advice).toContain('Most Compatible');
});

test('a file that cannot be read any more is refused', async () => {
  const gone = {
    size: 9,
    slice: () => gone,
    arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')),
  };
  await expect(checkFile(gone as unknown as Blob)).rejects.toBeInstanceOf(PictureRefused);
});

test.each([
  ['jpeg', () => oriented(6), { width: 300, height: 400 }],
  ['jpeg', () => scene(70, 50).jpeg({ progressive: true }).toBuffer(), { width: 70, height: 50 }],
  ['png', () => scene(70, 50).png().toBuffer(), { width: 70, height: 50 }],
  ['gif', () => scene(70, 50).gif().toBuffer(), { width: 70, height: 50 }],
  ['webp', () => scene(70, 50).webp().toBuffer(), { width: 70, height: 50 }],
  ['webp', () => scene(70, 50).webp({ lossless: true }).toBuffer(), { width: 70, height: 50 }],
  [
    'webp',
    () =>
      scene(70, 50)
        .withExif({ IFD0: { Make: 'x' } })
        .webp()
        .toBuffer(),
    { width: 70, height: 50 },
  ],
] as const)('the size of a %s is read from its header', async (format, bytes, size) => {
  expect(saidSize(format, new Uint8Array(await bytes()))).toEqual(size);
});
