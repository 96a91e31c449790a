import type { SniffedFormat } from '../../../../shared/image-format.ts';

// What a file says of itself, read without unpacking it: a bomb must not be unpacked on anybody's phone, and browsers
// show half of a truncated file as if nothing were missing.

export interface Size {
  width: number;
  height: number;
}

/** As many pixels as the file says it has, before it is turned upright; undefined when that cannot be read here. */
export function saidSize(format: SniffedFormat, bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (format === 'png') return { width: view.getUint32(16), height: view.getUint32(20) };
    if (format === 'gif') return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    if (format === 'jpeg') return jpegSize(view);
    if (format === 'webp') return webpSize(view);
    return undefined;
  } catch (error) {
    // The file ends before it says so.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Walks the segments up to the frame header (ITU T.81, B.1 and B.2.2). */
function jpegSize(view: DataView): Size | undefined {
  for (let at = 2; view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1);
    if (isFrameHeader(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    // Fill bytes may stand before a marker.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** The three kinds of WebP each have a header of their own (developers.google.com/speed/webp, RFC 9649). */
function webpSize(view: DataView): Size | undefined {
  const chunk = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)));
  if (chunk === 'VP8 ') {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  const int24 = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
  return chunk === 'VP8X' ? { width: int24(24) + 1, height: int24(27) + 1 } : undefined;
}

/** Whether the end of the file is there, as far as its format says where that is. */
export function isWhole(format: SniffedFormat, bytes: Uint8Array): boolean {
  if (format === 'jpeg') return endsJpeg(bytes);
  if (format === 'png') return includes(bytes, [0x49, 0x45, 0x4e, 0x44]);
  if (format === 'webp') {
    const said = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
    return bytes.length >= said + 8;
  }
  return true;
}

/** An end marker after the scans have begun: thumbnails in front of them have one of their own. */
function endsJpeg(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 4 <= bytes.length && view.getUint8(at) === 0xff && view.getUint8(at + 1) !== 0xda) {
    at += view.getUint8(at + 1) === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return includes(bytes.subarray(at), [0xff, 0xd9]);
}

function includes(bytes: Uint8Array, sequence: readonly number[]): boolean {
  let at = bytes.indexOf(sequence[0]!);
  while (at >= 0) {
    if (sequence.every((byte, index) => bytes[at + index] === byte)) return true;
    at = bytes.indexOf(sequence[0]!, at + 1);
  }
  return false;
}
