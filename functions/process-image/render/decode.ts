import sharp, { type Metadata, type Sharp, type SharpOptions } from 'sharp';
import { cropRegion, type CropRegion, type ImageCrop } from '../../../shared/image-crop.ts';
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
 * Unpacks an uploaded file: rotated as EXIF says, cropped as its owner chose or else around its centre, in the largest
 * size of its kind.
 * Throws ImageRefused for a file that cannot be, other errors for what is our fault.
 */
export async function decode(kind: ImageKind, bytes: Uint8Array, crop?: ImageCrop): Promise<Pixels> {
  checkFormat(bytes);
  const input = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const picture = checkSize(await ofInput(sharp(input, OPTIONS).metadata()));
  const region = cropRegion(kind, crop ?? centre(kind, picture), picture);
  checkLeast(kind, region);
  const { data, info } = await ofInput(upright(kind, input, picture, region));
  return { data, raw: { width: info.width, height: info.height, channels: info.channels as 3 } };
}

/** Scaled and cut out in the order that costs less: a JPEG is unpacked smaller when scaling comes first. */
function upright(
  kind: ImageKind,
  input: Buffer,
  picture: Size,
  region: CropRegion,
): ReturnType<typeof rawOf> {
  const width = IMAGE_SHAPES[kind].widths.at(-1)!;
  const height = imageHeight(kind, width);
  const image = sharp(input, OPTIONS).autoOrient();
  const scale = width / region.width;
  if (scale > 1) return rawOf(image.extract(region).resize(width, height, { fit: 'cover' }));
  const whole = {
    width: Math.max(width, Math.round(picture.width * scale)),
    height: Math.max(height, Math.round(picture.height * scale)),
  };
  const left = Math.min(Math.round(region.left * scale), whole.width - width);
  const top = Math.min(Math.round(region.top * scale), whole.height - height);
  return rawOf(image.resize({ ...whole, fit: 'fill' }).extract({ left, top, width, height }));
}

function rawOf(image: Sharp) {
  return image
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .timeout({ seconds: MOST_SECONDS })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
}

interface Size {
  width: number;
  height: number;
}

/** The largest part in the middle. */
function centre(kind: ImageKind, { width, height }: Size): ImageCrop {
  const { aspect } = IMAGE_SHAPES[kind];
  const part = Math.min(1, (height * aspect) / width);
  return { x: (1 - part) / 2, y: (1 - (part * width) / aspect / height) / 2, width: part };
}

/** How large the picture is when it is upright. */
function checkSize({ width, height, orientation = 1, format, compression }: Metadata): Size {
  if (format === 'heif' && compression !== 'av1') throw new ImageRefused('UNSUPPORTED_FORMAT');
  if (width * height > IMAGE_MAX_PIXELS) throw new ImageRefused('TOO_MANY_PIXELS');
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

function checkLeast(kind: ImageKind, { width, height }: Size): void {
  const { least } = IMAGE_SHAPES[kind];
  if (width < least.width || height < least.height) throw new ImageRefused('TOO_SMALL');
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
