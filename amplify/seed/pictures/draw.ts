import sharp from 'sharp';
import { IMAGE_SHAPES, imageHeight } from '../../../shared/images.ts';
import { motifOf } from './motifs.ts';
import type { Wanted } from './wanted.ts';

// A program of its own: `functions/process-image` forbids libvips to read SVG, and in the local cloud it runs in the
// process that seeds. Takes a JSON list of what is wanted, prints one of PNG files in Base64.
const wanted = JSON.parse(process.argv[2]!) as Wanted[];
const files = await Promise.all(
  wanted.map(async ({ handle, kind }) => {
    const width = IMAGE_SHAPES[kind].widths.at(-1)!;
    const { avatar, cover } = motifOf(handle);
    const svg = Buffer.from(kind === 'AVATAR' ? avatar : cover);
    const png = await sharp(svg).resize(width, imageHeight(kind, width)).png().toBuffer();
    return png.toString('base64');
  }),
);
process.stdout.write(JSON.stringify(files));
