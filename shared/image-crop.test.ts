import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cropRegion, formatCrop, isCrop, parseCrop } from './image-crop.ts';

test('a crop survives being written and read', () => {
  expect(formatCrop({ x: 0, y: 1 / 3, width: 0.5 })).toBe('0 0.333333 0.5');
  expect(parseCrop('0 0.333333 0.5')).toEqual({ x: 0, y: 0.333333, width: 0.5 });
});

test.each([
  '',
  '0',
  '0 0',
  '0 0 0',
  '0 0 1 1',
  '-0.1 0 1',
  '0.5 0 0.6',
  'a b c',
  '0 0 NaN',
  '0 2 1',
  '0 0 Infinity',
])('%j is no crop', (text) => expect(parseCrop(text)).toBeUndefined());

test('the region has the shape of the kind', () => {
  expect(cropRegion('AVATAR', { x: 0.25, y: 0, width: 0.5 }, { width: 400, height: 200 })).toEqual({
    left: 100,
    top: 0,
    width: 200,
    height: 200,
  });
  expect(cropRegion('COVER', { x: 0, y: 0.5, width: 1 }, { width: 900, height: 900 })).toEqual({
    left: 0,
    top: 450,
    width: 900,
    height: 300,
  });
});

test('the region lies within the picture, whatever was asked', () => {
  const fraction = fc.double({ min: 0, max: 1, noNaN: true });
  const pixels = fc.integer({ min: 1, max: 20_000 });
  fc.assert(
    fc.property(
      fc.constantFrom('AVATAR' as const, 'COVER' as const),
      fc.record({ x: fraction, y: fraction, width: fraction }).filter(isCrop),
      fc.record({ width: pixels, height: pixels }),
      (kind, crop, picture) => {
        const { left, top, width, height } = cropRegion(kind, crop, picture);
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(1);
        expect(left + width).toBeLessThanOrEqual(picture.width);
        expect(top + height).toBeLessThanOrEqual(picture.height);
      },
    ),
  );
});
