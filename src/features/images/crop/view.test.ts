import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cropRegion, isCrop } from '../../../../shared/image-crop.ts';
import { IMAGE_SHAPES } from '../../../../shared/images.ts';
import { cropOf, describe, mostZoom, moved, placeOf, WHOLE, within, zoomed, type Cutting } from './view.ts';

const wide: Cutting = { kind: 'AVATAR', width: 2000, height: 1000 };

test('at first the largest part in the middle is chosen', () => {
  expect(cropOf(wide, WHOLE)).toEqual({ x: 0.25, y: 0, width: 0.5 });
  expect(placeOf(wide, WHOLE)).toEqual({ width: '200%', left: '-50%', top: '0%' });
  const tall: Cutting = { kind: 'COVER', width: 900, height: 1800 };
  expect(cropOf(tall, WHOLE)).toEqual({ x: 0, y: 0.5 - 1 / 12, width: 1 });
});

test('moving the picture to the right shows more of its left, up to the edge', () => {
  expect(cropOf(wide, moved(wide, WHOLE, 0.2, 0)).x).toBeCloseTo(0.15);
  expect(cropOf(wide, moved(wide, WHOLE, 9, 9))).toEqual({ x: 0, y: 0, width: 0.5 });
  expect(cropOf(wide, moved(wide, WHOLE, -9, 0)).x).toBe(0.5);
});

test('what is under the pointer stays there while one goes closer', () => {
  const at = { x: 0.3, y: -0.2 };
  const under = (view: typeof WHOLE) => {
    const { x, y, width } = cropOf(wide, view);
    return [x + width * (0.5 + at.x), y + width * 2 * (0.5 + at.y)];
  };
  const closer = zoomed(wide, WHOLE, 2.5, at);
  expect(closer.zoom).toBe(2.5);
  expect(under(closer)[0]).toBeCloseTo(under(WHOLE)[0]!);
  expect(under(closer)[1]).toBeCloseTo(under(WHOLE)[1]!);
});

test('one cannot go so close that there is nothing to see, nor further away than the whole', () => {
  expect(mostZoom(wide)).toBeCloseTo(1000 / 128);
  expect(mostZoom({ kind: 'AVATAR', width: 100, height: 100 })).toBe(1);
  expect(mostZoom({ kind: 'COVER', width: 6000, height: 4000 })).toBe(8);
  expect(zoomed(wide, WHOLE, 0.1).zoom).toBe(1);
});

test('the view is put in words', () => {
  expect(describe(wide, WHOLE)).toBe('Zoom 100 %, 50 % from the left');
  expect(describe(wide, moved(wide, zoomed(wide, WHOLE, 2), 9, -9))).toBe(
    'Zoom 200 %, at the left edge, at the bottom edge',
  );
  expect(describe({ kind: 'AVATAR', width: 80, height: 80 }, WHOLE)).toBe('Zoom 100 %');
});

test('whatever one does, the server finds the chosen part within the picture, large enough and in shape', () => {
  const step = fc.oneof(
    fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true })),
    fc.double({ min: 0.1, max: 5, noNaN: true }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom('AVATAR' as const, 'COVER' as const),
      fc.integer({ min: 300, max: 9000 }),
      fc.integer({ min: 100, max: 9000 }),
      fc.array(step, { maxLength: 12 }),
      (kind, width, height, steps) => {
        const cutting = { kind, width, height };
        let view = within(cutting, WHOLE);
        for (const one of steps) {
          view = Array.isArray(one)
            ? moved(cutting, view, ...one)
            : zoomed(cutting, view, one, { x: 0.5, y: -0.5 });
        }
        const crop = cropOf(cutting, view);
        expect(isCrop(crop)).toBe(true);
        const region = cropRegion(kind, crop, cutting);
        const { least, aspect } = IMAGE_SHAPES[kind];
        expect(region.width).toBeGreaterThanOrEqual(
          Math.min(least.width, width, Math.round(height * aspect)),
        );
        expect(Math.abs(region.width - region.height * aspect)).toBeLessThanOrEqual(aspect);
      },
    ),
  );
});
