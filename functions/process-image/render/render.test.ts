import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { IMAGE_SHAPES, type ImageKind } from '../../../shared/images.ts';
import { BAD_PICTURES, BOMBS, ODD_PICTURES } from '../../../tests/support/images/corpus.ts';
import { CORNERS, oriented, photo, scene } from '../../../tests/support/images/pictures.ts';
import { ulid } from '../../shared/images/ulid.ts';
import { ImageRefused } from '../refused.ts';
import { render, type Rendered } from './render.ts';

const upload = (kind: ImageKind = 'AVATAR') => ({
  id: '01JD3Q4E8Z0000000000000000',
  ownerId: '00000000-0000-4000-8000-000000000001',
  kind,
});
const fileOf = ({ files }: Rendered, end: string): Buffer =>
  Buffer.from(files.find(({ path }) => path.endsWith(end))!.body);

/** The colours in the middle of the four quarters, clockwise from the top left. */
async function quarters(file: Buffer): Promise<number[][]> {
  const { data, info } = await sharp(file)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number): number[] => {
    const from = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
    return [...data.subarray(from, from + 3)];
  };
  return [at(0.25, 0.25), at(0.75, 0.25), at(0.75, 0.75), at(0.25, 0.75)];
}

function distance(found: number[][], wanted: readonly (readonly number[])[]): number {
  return Math.max(...found.flatMap((one, i) => one.map((value, c) => Math.abs(value - wanted[i]![c]!))));
}

describe('a picture', () => {
  it.each(['AVATAR', 'COVER'] as const)('becomes every size and format: %s', async (kind) => {
    const { folder, widths, formats, aspect } = IMAGE_SHAPES[kind];
    const { version, files } = await render(upload(kind), await scene(1600, 1200).jpeg().toBuffer());
    expect(version).toMatch(/^[\w-]{16}$/);
    expect(files.map(({ path }) => path).toSorted()).toEqual(
      widths
        .flatMap((width) => formats.map((end) => `${folder}/${upload().ownerId}/${version}-${width}.${end}`))
        .toSorted(),
    );
    for (const { path, body, contentType } of files) {
      const { width, height, format } = await sharp(body).metadata();
      expect(width).toBe(Number(/-(\d+)\./.exec(path)![1]));
      expect(height).toBe(Math.round(width / aspect));
      expect({ heif: 'image/avif', webp: 'image/webp', jpeg: 'image/jpeg' }[format as string]).toBe(
        contentType,
      );
    }
  });

  it('keeps no metadata in any file', async () => {
    const original = await photo();
    const { exif, icc } = await sharp(original).metadata();
    expect(exif!.toString('latin1')).toContain('SecretName');
    expect(icc).toBeDefined();
    for (const kind of ['AVATAR', 'COVER'] as const) {
      for (const { path, body } of (await render(upload(kind), original)).files) {
        const found = await sharp(body).metadata();
        const kept = [found.exif, found.icc, found.iptc, found.xmp, found.comments, found.orientation];
        expect(kept, path).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
        expect(Buffer.from(body).includes('SecretName'), path).toBe(false);
        expect(Buffer.from(body).includes('Exif'), path).toBe(false);
      }
    }
  });

  it('comes out upright and alike from all eight orientations', async () => {
    const plain = await render(upload(), await oriented(1));
    for (let orientation = 1; orientation <= 8; orientation += 1) {
      const file = await oriented(orientation);
      expect((await sharp(file).metadata()).orientation).toBe(orientation);
      const rendered = await render(upload(), file);
      for (const end of ['-512.jpg', '-256.webp', '-64.avif']) {
        expect(distance(await quarters(fileOf(rendered, end)), CORNERS), `${orientation}${end}`).toBeLessThan(
          24,
        );
      }
      const [one, other] = await Promise.all(
        [rendered, plain].map((from) => sharp(fileOf(from, '-512.webp')).raw().toBuffer()),
      );
      const mean = one!.reduce((sum, value, i) => sum + Math.abs(value - other![i]!), 0) / one!.length;
      expect(mean, `orientation ${orientation}`).toBeLessThan(1.5);
    }
  });

  it('is cropped around its centre', async () => {
    const wide = await scene(1200, 400)
      .extend({ left: 600, right: 600, background: '#fff' })
      .png()
      .toBuffer();
    const { files } = await render(upload('COVER'), wide);
    const cover = Buffer.from(files.find(({ path }) => path.endsWith('-600.webp'))!.body);
    const { dominant } = await sharp(cover).stats();
    expect(dominant).not.toMatchObject({ r: 248, g: 248, b: 248 });
    const tall = await render(upload(), await scene(300, 900).png().toBuffer());
    expect(distance(await quarters(fileOf(tall, '-512.jpg')), CORNERS)).toBeLessThan(24);
  });

  it('is cropped as its owner chose, from all eight orientations', async () => {
    // The lower right quarter is blue; of the upright picture, however it is stored.
    const crop = { x: 0.6, y: 0.6, width: 0.3 };
    for (let orientation = 1; orientation <= 8; orientation += 1) {
      const { files } = await render(upload(), await oriented(orientation), crop);
      const blue = CORNERS[2];
      const found = await quarters(fileOf({ files, version: '' }, '-512.jpg'));
      expect(distance(found, [blue, blue, blue, blue]), `orientation ${orientation}`).toBeLessThan(24);
    }
    const left = await render(upload('COVER'), await scene(900, 900).png().toBuffer(), {
      x: 0,
      y: 0.5,
      width: 0.5,
    });
    const yellow = CORNERS[3];
    expect(
      distance(await quarters(fileOf(left, '-600.webp')), [yellow, yellow, yellow, yellow]),
    ).toBeLessThan(24);
  });

  it('is the same when the whole of it is chosen as when nothing is', async () => {
    const file = await scene(512, 512).png().toBuffer();
    const whole = await render(upload(), file, { x: 0, y: 0, width: 1 });
    expect(whole.version).toBe((await render(upload(), file)).version);
  });

  it('is white where it was transparent', async () => {
    const clear = await sharp({ create: { width: 100, height: 100, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer();
    const rendered = await render(upload(), clear);
    for (const end of ['-512.jpg', '-512.webp', '-512.avif']) {
      const { channels, isOpaque } = await sharp(fileOf(rendered, end)).stats();
      expect(isOpaque).toBe(true);
      expect(Math.min(...channels.map(({ min }) => min))).toBeGreaterThan(250);
    }
  });

  it('has a version of its own for each upload, and the same one when it is made twice', async () => {
    const file = await photo();
    const first = await render(upload(), file);
    expect((await render(upload(), file)).version).toBe(first.version);
    expect((await render({ ...upload(), id: ulid() }, file)).version).not.toBe(first.version);
  });

  it.each(ODD_PICTURES)('is made of $name', async ({ bytes }) => {
    const rendered = await render(upload(), await bytes());
    expect(distance(await quarters(fileOf(rendered, '-512.jpg')), CORNERS)).toBeLessThan(60);
  });
});

describe('what is no picture', () => {
  it('is refused when it is empty', async () => {
    await expect(render(upload(), Buffer.alloc(0))).rejects.toMatchObject({ reason: 'EMPTY' });
  });

  it.each(BAD_PICTURES)('is refused: $name', async ({ bytes, reason }) => {
    const file = await bytes();
    for (const kind of ['AVATAR', 'COVER'] as const) {
      await expect(render(upload(kind), file)).rejects.toMatchObject({ name: 'ImageRefused', reason });
    }
  });

  it('is refused when a cover would be blown up', async () => {
    const small = await scene(299, 200).png().toBuffer();
    await expect(render(upload('COVER'), small)).rejects.toMatchObject({ reason: 'TOO_SMALL' });
    await expect(render(upload('AVATAR'), small)).resolves.toBeDefined();
  });

  it('is refused when the chosen part is too small', async () => {
    const file = await scene(200, 200).png().toBuffer();
    await expect(render(upload(), file, { x: 0, y: 0, width: 0.3 })).rejects.toMatchObject({
      reason: 'TOO_SMALL',
    });
    await expect(render(upload(), file, { x: 0, y: 0, width: 0.33 })).resolves.toBeDefined();
  });

  it.each(BOMBS)('takes neither much time nor much memory: $name', async ({ bytes }) => {
    const file = await bytes();
    const [start, before] = [performance.now(), process.memoryUsage.rss()];
    await render(upload(), file).catch((error: unknown) => expect(error).toBeInstanceOf(ImageRefused));
    expect(performance.now() - start).toBeLessThan(5000);
    expect(process.memoryUsage.rss() - before).toBeLessThan(300_000_000);
  });

  it('is refused when its bytes are changed at random: it never throws anything else', async () => {
    const file = await scene(200, 200).jpeg().toBuffer();
    let seed = 7;
    const random = (below: number): number =>
      (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
    const thrown: unknown[] = [];
    for (let round = 0; round < 25; round += 1) {
      const damaged = Buffer.from(file);
      for (let n = 0; n < 12; n += 1) damaged[random(damaged.length)] = random(256);
      await render(upload(), damaged).catch((error: unknown) => thrown.push(error));
    }
    expect(thrown.length).toBeGreaterThan(0);
    for (const error of thrown) expect(error).toBeInstanceOf(ImageRefused);
  }, 30_000);
});
