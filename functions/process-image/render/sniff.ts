import { ImageRefused } from '../refused.ts';

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');

/** ISO base media brands of AVIF; others (heic, mif1 with HEVC, MP4, …) are not read here. */
const AVIF_BRANDS = new Set(['avif', 'avis']);

/**
 * Lets through what begins as JPEG, PNG, GIF, WebP or AVIF do, whatever name and type the file came with: only their
 * decoders ever see a byte of it. Throws ImageRefused with EMPTY, UNSUPPORTED_FORMAT or NOT_AN_IMAGE.
 */
export function checkFormat(bytes: Uint8Array): void {
  if (!bytes.length) throw new ImageRefused('EMPTY');
  const start = ascii(bytes, 0, 16);
  if (start.startsWith('\xff\xd8\xff')) return;
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return;
  if (/^GIF8[79]a/.test(start)) return;
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return;
  if (start.slice(4, 8) === 'ftyp' && brands(bytes).some((brand) => AVIF_BRANDS.has(brand))) return;
  throw new ImageRefused(isKnownPicture(bytes, start) ? 'UNSUPPORTED_FORMAT' : 'NOT_AN_IMAGE');
}

/** The major brand and the compatible ones of an `ftyp` box (ISO/IEC 14496-12). */
function brands(bytes: Uint8Array): string[] {
  const length = Math.min(Buffer.from(bytes.subarray(0, 4)).readUInt32BE(), bytes.length, 256);
  const found = [ascii(bytes, 8, 12)];
  for (let at = 16; at + 4 <= length; at += 4) found.push(ascii(bytes, at, at + 4));
  return found;
}

/** Pictures that people do have: HEIC, TIFF, BMP, JPEG XL, JPEG 2000, Photoshop, icons, SVG. */
function isKnownPicture(bytes: Uint8Array, start: string): boolean {
  if (start.slice(4, 8) === 'ftyp')
    return brands(bytes).some((brand) => /^(hei|hev|mif|msf|jxl|avc)/.test(brand));
  if (/^(II\*\0|MM\0\*|BM|8BPS|\xff\x0a|\0\0\x01\0|\0\0\0\x0c(JXL |jP {2}))/.test(start)) return true;
  const text = Buffer.from(bytes.subarray(0, 1024)).toString('utf8');
  return /^\s*(?:\ufeff)?(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<!doctype svg[^>]*>\s*)*<svg[\s>]/i.test(text);
}
