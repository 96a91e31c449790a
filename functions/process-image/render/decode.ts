import sharp, { type Metadata, type Sharp, type SharpOptions } from 'sharp';
import { IMAGE_MAX_PIXELS, IMAGE_SHAPES, imageHeight, type ImageKind } from '../../../shared/images.ts';
import { ImageRefused } from '../refused.ts';
import { checkFormat } from './sniff.ts';

/** Pixels of a picture in its largest size: upright, cropped, sRGB, opaque, and nothing else. */
export interface Pixels {
  data: Buffer;
  raw: { width: number; height: number; channels: 1 | 2 | 3 | 4 };
}

/** A picture that takes longer is made to. */
const MOST_SECONDS = 20;
const OPTIONS: SharpOptions = {
  limitInputPixels: IMAGE_MAX_PIXELS,
  // Missing bytes are an error; what decoders merely frown at, as phones' own files cause it, is not.
  failOn: 'error',
  // Of an animation the first frame.
  pages: 1,
};

// Beside the look at the first bytes: libvips itself has no other decoders here.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadWebp',
    'VipsForeignLoadNsgif',
    'VipsForeignLoadHeif',
  ],
});
// Each picture comes once.
sharp.cache(false);

/**
 * Unpacks an uploaded file: rotated as EXIF says, cropped around its centre, in the largest size of its kind.
 * Throws ImageRefused for a file that cannot be, other errors for what is our fault.
 */
export async function decode(kind: ImageKind, bytes: Uint8Array): Promise<Pixels> {
  checkFormat(bytes);
  const input = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  checkSize(kind, await ofInput(sharp(input, OPTIONS).metadata()));
  const width = IMAGE_SHAPES[kind].widths.at(-1)!;
  const { data, info } = await ofInput(upright(input, width, imageHeight(kind, width)));
  return { data, raw: { width: info.width, height: info.height, channels: info.channels as 3 } };
}

function upright(input: Buffer, width: number, height: number): ReturnType<typeof rawOf> {
  return rawOf(
    sharp(input, OPTIONS)
      .autoOrient()
      .resize(width, height, { fit: 'cover', position: 'centre' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .timeout({ seconds: MOST_SECONDS }),
  );
}

function rawOf(image: Sharp) {
  return image.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
}

function checkSize(kind: ImageKind, { width, height, orientation = 1, format, compression }: Metadata): void {
  if (format === 'heif' && compression !== 'av1') throw new ImageRefused('UNSUPPORTED_FORMAT');
  if (width * height > IMAGE_MAX_PIXELS) throw new ImageRefused('TOO_MANY_PIXELS');
  const [across, down] = orientation >= 5 ? [height, width] : [width, height];
  const { least } = IMAGE_SHAPES[kind];
  if (across < least.width || down < least.height) throw new ImageRefused('TOO_SMALL');
}

/** What goes wrong while a file is read is the file's fault. */
async function ofInput<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new ImageRefused(/pixel limit/i.test(message) ? 'TOO_MANY_PIXELS' : 'BROKEN', error);
  }
}
