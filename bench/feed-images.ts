import sharp from 'sharp';
import { motifOf } from '../amplify/seed/pictures/motifs.ts';
import { DEMO_PEOPLE } from '../amplify/seed/people.ts';
import { render } from '../functions/process-image/render/render.ts';
import { ulid } from '../functions/shared/images/ulid.ts';
import { sourcesForSize } from '../src/lib/images/picture-sources.ts';
import { pixels } from './lib/images/make-photo.ts';

// How many bytes of avatars the home feed's first page costs somebody who was never here: its twenty cruds by twenty
// authors, each picture once. Before: one plain JPEG of 256 pixels for everybody, as the original project made it. After:
// the file that a browser takes from what `Avatar` offers, by the screen's density and the best format it can show.
const AUTHORS = 20;
const SIZE_PX = 44;

interface Bytes {
  before: number;
  /** By format and density. */
  after: Record<string, Record<string, number>>;
}

async function bytesOf(picture: Buffer): Promise<Bytes> {
  const ownerId = '00000000-0000-4000-8000-000000000001';
  const { version, files } = await render({ id: ulid(), ownerId, kind: 'AVATAR' }, picture);
  const length = new Map(files.map(({ path, body }) => [`/${path}`, body.length]));
  const after: Bytes['after'] = {};
  for (const { type, srcSet } of sourcesForSize('', { kind: 'AVATAR', ownerId, version }, SIZE_PX)) {
    const offered = srcSet.split(', ').map((one) => one.split(' ') as [url: string, density: string]);
    after[type] = Object.fromEntries(
      [1, 2, 3].map((screen) => {
        // The first that is dense enough, as browsers do.
        const [url] = offered.find(([, density]) => Number.parseFloat(density) >= screen) ?? offered.at(-1)!;
        return [`density ${screen}`, length.get(url)!];
      }),
    );
  }
  return { before: (await sharp(picture).resize(256, 256).jpeg().toBuffer()).length, after };
}

function total(all: readonly Bytes[], authors: number) {
  const sum = (values: readonly number[]): number =>
    Math.round((values.reduce((one, other) => one + other, 0) / all.length) * authors);
  const before = sum(all.map((one) => one.before));
  const formats = Object.keys(all[0]!.after);
  return {
    before,
    after: Object.fromEntries(
      formats.map((format) => [
        format,
        Object.fromEntries(
          Object.keys(all[0]!.after[format]!).map((screen) => {
            const bytes = sum(all.map((one) => one.after[format]![screen]!));
            return [screen, { bytes, times: Math.round((before / bytes) * 10) / 10 }];
          }),
        ),
      ]),
    ),
  };
}

const photos: Bytes[] = [];
for (let author = 0; author < AUTHORS; author += 1) {
  photos.push(await bytesOf(await (await pixels(1024, 1024, 6)).jpeg({ quality: 92 }).toBuffer()));
}
// What draws people's pictures must not read SVG; here it may.
sharp.unblock({ operation: ['VipsForeignLoadSvg'] });
const drawings: Bytes[] = [];
for (const { handle } of DEMO_PEOPLE) {
  drawings.push(
    await bytesOf(
      await sharp(Buffer.from(motifOf(handle).avatar))
        .png()
        .toBuffer(),
    ),
  );
}
console.log(
  JSON.stringify({
    benchmark: 'feed-images',
    authors: AUTHORS,
    avatarPx: SIZE_PX,
    photographs: total(photos, AUTHORS),
    demoDrawings: total(drawings, AUTHORS),
  }),
);
