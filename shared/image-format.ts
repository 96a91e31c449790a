/** What a file is by its first bytes, whatever its name and type say. */
export type SniffedFormat =
  | 'jpeg'
  | 'png'
  | 'gif'
  | 'webp'
  | 'avif'
  /** A picture, but its decoder is burdened with patents. */
  | 'heic'
  /** A picture of another kind: SVG, TIFF, BMP, JPEG XL, JPEG 2000, Photoshop, icons. */
  | 'other';

/** So many bytes of the start are enough to tell. */
const SNIFF_BYTES = 1024;

/** ISO base media brands of AVIF. */
const AVIF_BRANDS = new Set(['avif', 'avis']);

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

/** The format of a file that begins with these bytes; undefined when it is no picture. */
export function sniffFormat(bytes: Uint8Array): SniffedFormat | undefined {
  const start = latin1(bytes, 0, 16);
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (/^GIF8[79]a/.test(start)) return 'gif';
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp';
  if (start.slice(4, 8) === 'ftyp') return ofBrands(brands(bytes));
  if (/^(II\*\0|MM\0\*|BM|8BPS|\xff\x0a|\0\0\x01\0|\0\0\0\x0c(JXL |jP {2}))/.test(start)) return 'other';
  return isSvg(bytes) ? 'other' : undefined;
}

function ofBrands(found: readonly string[]): SniffedFormat | undefined {
  if (found.some((brand) => AVIF_BRANDS.has(brand))) return 'avif';
  if (found.some((brand) => /^(hei|hev|mif|msf)/.test(brand))) return 'heic';
  return found.some((brand) => /^(jxl|avc)/.test(brand)) ? 'other' : undefined;
}

/** The major brand and the compatible ones of an `ftyp` box (ISO/IEC 14496-12). */
function brands(bytes: Uint8Array): string[] {
  const said = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
  const length = Math.min(said, bytes.length, 256);
  const found = [latin1(bytes, 8, 12)];
  for (let at = 16; at + 4 <= length; at += 4) found.push(latin1(bytes, at, at + 4));
  return found;
}

function isSvg(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, SNIFF_BYTES));
  return /^\s*(?:\ufeff)?(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<!doctype svg[^>]*>\s*)*<svg[\s>]/i.test(text);
}
