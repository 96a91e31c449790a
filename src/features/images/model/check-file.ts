import { sniffFormat } from '../../../../shared/image-format.ts';
import { IMAGE_MAX_BYTES, IMAGE_MAX_PIXELS } from '../../../../shared/images.ts';
import { isWhole, saidSize } from './headers.ts';
import { PictureRefused } from './refused.ts';

const HEIC =
  'HEIC pictures cannot be read here. Please export it as JPEG; on an iPhone: Settings, Camera, Formats, Most Compatible.';

/**
 * Looks at a file before anything else does: at its first bytes, not its name; at its size; and whether its end is there.
 * Answers the content type that it really has. Throws PictureRefused with the reason that the server would give.
 */
export async function checkFile(file: Blob): Promise<string> {
  if (file.size === 0) throw new PictureRefused('EMPTY');
  const start = await bytesOf(file.slice(0, 1024));
  const format = sniffFormat(start);
  if (!format) throw new PictureRefused('NOT_AN_IMAGE');
  if (format === 'heic') throw new PictureRefused('UNSUPPORTED_FORMAT', HEIC);
  if (format === 'other') throw new PictureRefused('UNSUPPORTED_FORMAT');
  if (file.size > IMAGE_MAX_BYTES) throw new PictureRefused('TOO_LARGE');
  const bytes = await bytesOf(file);
  const size = saidSize(format, bytes);
  if (size && size.width * size.height > IMAGE_MAX_PIXELS) throw new PictureRefused('TOO_MANY_PIXELS');
  if (!isWhole(format, bytes)) throw new PictureRefused('BROKEN');
  return `image/${format}`;
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    // Moved, changed or forbidden since it was chosen.
    throw new PictureRefused('BROKEN', 'This file cannot be read any more. Please choose it again.');
  }
}
