import { sniffFormat } from '../../../shared/image-format.ts';
import { ImageRefused } from '../refused.ts';

/**
 * Lets through what begins as JPEG, PNG, GIF, WebP or AVIF do, whatever name and type the file came with: only their
 * decoders ever see a byte of it. Throws ImageRefused with EMPTY, UNSUPPORTED_FORMAT or NOT_AN_IMAGE.
 */
export function checkFormat(bytes: Uint8Array): void {
  if (!bytes.length) throw new ImageRefused('EMPTY');
  const format = sniffFormat(bytes);
  if (!format) throw new ImageRefused('NOT_AN_IMAGE');
  if (format === 'heic' || format === 'other') throw new ImageRefused('UNSUPPORTED_FORMAT');
}
