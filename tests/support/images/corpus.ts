import type { ImageRefusal } from '../../../shared/image-refusals.ts';
import { IMAGE_MAX_BYTES } from '../../../shared/images.ts';
import { animation, cmyk, deep, hugePng, photo, profileBomb, scene } from './pictures.ts';

export interface Specimen {
  name: string;
  /** The type that the browser says. */
  contentType: string;
  bytes: () => Buffer | Promise<Buffer>;
}

export interface BadSpecimen extends Specimen {
  reason: ImageRefusal;
}

const text = (value: string) => () => Buffer.from(value);
const SVG = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><script>fetch('/steal')</script></svg>`;

/** The first boxes of a HEIC file as an iPhone writes it; nothing here could decode the rest. */
function heic(): Buffer {
  const brands = Buffer.from('ftypheic\0\0\0\0mif1MiHBheic', 'latin1');
  const size = Buffer.alloc(4);
  size.writeUInt32BE(brands.length + 4);
  return Buffer.concat([size, brands, Buffer.alloc(4096, 7)]);
}

/** What S3's conditions let through and what must not become a picture. */
export const BAD_PICTURES: readonly BadSpecimen[] = [
  {
    name: 'a truncated JPEG',
    contentType: 'image/jpeg',
    bytes: async () => {
      const whole = await scene(900, 900).blur(4).jpeg({ quality: 90 }).toBuffer();
      return whole.subarray(0, whole.length >> 1);
    },
    reason: 'BROKEN',
  },
  {
    name: 'a truncated PNG',
    contentType: 'image/png',
    bytes: async () => (await scenePng()).subarray(0, 400),
    reason: 'BROKEN',
  },
  {
    name: 'the first bytes of a JPEG and nothing else',
    contentType: 'image/jpeg',
    bytes: () => Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    reason: 'BROKEN',
  },
  { name: 'an SVG with a script', contentType: 'image/png', bytes: text(SVG), reason: 'UNSUPPORTED_FORMAT' },
  {
    name: 'HTML named .jpg',
    contentType: 'image/jpeg',
    bytes: text('<!doctype html><title>x</title><script>alert(1)</script>'),
    reason: 'NOT_AN_IMAGE',
  },
  { name: 'HEIC', contentType: 'image/jpeg', bytes: heic, reason: 'UNSUPPORTED_FORMAT' },
  {
    name: 'a TIFF',
    contentType: 'image/jpeg',
    bytes: () => scene(300, 300).tiff().toBuffer(),
    reason: 'UNSUPPORTED_FORMAT',
  },
  {
    name: '100 megapixels',
    contentType: 'image/png',
    bytes: () => hugePng(10_000, 10_000),
    reason: 'TOO_MANY_PIXELS',
  },
  {
    name: 'a decompression bomb of a gigapixel',
    contentType: 'image/png',
    bytes: () => hugePng(40_000, 25_000),
    reason: 'TOO_MANY_PIXELS',
  },
  {
    name: '1 × 1',
    contentType: 'image/png',
    bytes: () => scene(1, 1).png().toBuffer(),
    reason: 'TOO_SMALL',
  },
  {
    name: '10,000 × 1',
    contentType: 'image/png',
    bytes: () => scene(10_000, 1).png().toBuffer(),
    reason: 'TOO_SMALL',
  },
  { name: 'text', contentType: 'image/jpeg', bytes: text('not a picture'), reason: 'NOT_AN_IMAGE' },
  {
    name: 'a ZIP archive',
    contentType: 'image/jpeg',
    bytes: text('PK\u0003\u0004' + 'x'.repeat(500)),
    reason: 'NOT_AN_IMAGE',
  },
];

/** What is odd and becomes a picture all the same. */
export const ODD_PICTURES: readonly Specimen[] = [
  { name: 'a photograph with metadata', contentType: 'image/jpeg', bytes: photo },
  { name: 'a PNG named .jpg', contentType: 'image/jpeg', bytes: () => scenePng() },
  { name: 'an animated GIF', contentType: 'image/gif', bytes: () => animation('gif') },
  { name: 'an animated WebP', contentType: 'image/webp', bytes: () => animation('webp') },
  { name: 'a CMYK JPEG', contentType: 'image/jpeg', bytes: cmyk },
  { name: 'a 16-bit PNG', contentType: 'image/png', bytes: deep },
  { name: 'an AVIF', contentType: 'image/avif', bytes: () => scene(400, 300).avif({ effort: 2 }).toBuffer() },
  {
    name: 'a progressive JPEG',
    contentType: 'image/jpeg',
    bytes: () => scene(400, 300).jpeg({ progressive: true, quality: 92 }).toBuffer(),
  },
  {
    name: 'a palette PNG',
    contentType: 'image/png',
    bytes: () => scene(400, 300).png({ palette: true }).toBuffer(),
  },
];

/** May be read or refused, but costs next to nothing. */
export const BOMBS: readonly Specimen[] = [
  { name: 'a PNG whose colour profile unpacks to 200 MB', contentType: 'image/png', bytes: profileBomb },
  {
    name: 'a PNG that says it is 50,000 × 900 and ends',
    contentType: 'image/png',
    bytes: () => hugePng(50_000, 900).subarray(0, 60),
  },
];

/** What S3 refuses by the policy's conditions. */
export const TOO_LARGE: Specimen = {
  name: '11 MB',
  contentType: 'image/jpeg',
  bytes: () => Buffer.alloc(Math.max(11_000_000, IMAGE_MAX_BYTES + 1), 0xff),
};

function scenePng(): Promise<Buffer> {
  return scene(400, 300).png().toBuffer();
}
