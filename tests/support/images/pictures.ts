import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** A scene whose corners differ: red, green, blue and yellow, clockwise from the top left. */
export const CORNERS = [
  [220, 30, 30],
  [30, 160, 60],
  [40, 60, 200],
  [230, 200, 40],
] as const;

/** The scene in any size, as raw pixels in sharp. */
export function scene(width: number, height: number): Sharp {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [left, top] = [x < width / 2, y < height / 2];
      const colour = CORNERS[top ? (left ? 0 : 1) : left ? 3 : 2]!;
      data.set(colour, (y * width + x) * 3);
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** What a phone adds: where it was taken, and by whom. */
const EXIF = {
  IFD0: { Make: 'Acme', Model: 'Phone 1', Copyright: 'SecretName' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '52/1 30/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '13/1 24/1 0/1',
  },
};

/** A photograph with its metadata, 400 × 300. */
export function photo(): Promise<Buffer> {
  return scene(400, 300).withExif(EXIF).withIccProfile('p3').jpeg({ quality: 92 }).toBuffer();
}

/**
 * How the scene is stored for each EXIF orientation, so that a viewer who obeys it sees it upright: turned clockwise by
 * so many degrees, then mirrored or not.
 */
const STORED: readonly (readonly [degrees: number, mirrored: boolean])[] = [
  [0, false],
  [0, true],
  [180, false],
  [180, true],
  [90, true],
  [270, false],
  [270, true],
  [90, false],
];

/** The scene, 400 × 300 when it is looked at, stored in one of the eight ways that EXIF knows. */
export async function oriented(orientation: number): Promise<Buffer> {
  const [degrees, mirrored] = STORED[orientation - 1]!;
  // One after the other: sharp has an order of its own within a pipeline.
  const turned = await sharp(await scene(400, 300).png().toBuffer())
    .rotate(degrees)
    .png()
    .toBuffer();
  return sharp(turned).flop(mirrored).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
}

/** Two frames: the scene, then white. */
export async function animation(format: 'gif' | 'webp'): Promise<Buffer> {
  const first = await scene(200, 200).raw().toBuffer();
  const both = Buffer.concat([first, Buffer.alloc(first.length, 255)]);
  const image = sharp(both, { raw: { width: 200, height: 400, channels: 3, pageHeight: 200 } });
  return format === 'gif'
    ? image.gif({ delay: [100, 100] }).toBuffer()
    : image.webp({ delay: [100, 100] }).toBuffer();
}

export function cmyk(): Promise<Buffer> {
  return scene(400, 300).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer();
}

export async function deep(): Promise<Buffer> {
  const image = await scene(400, 300)
    .toColourspace('rgb16')
    .png({ bitdepth: 16 } as never)
    .toBuffer();
  const { depth } = await sharp(image).metadata();
  if (depth !== 'ushort') throw new Error(`This PNG has the depth ${depth}.`);
  return image;
}

function chunk(type: string, data: Buffer): Buffer {
  const name = Buffer.from(type, 'latin1');
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  name.copy(out, 4);
  data.copy(out, 8);
  out.writeUInt32BE(crc32(Buffer.concat([name, data])), 8 + data.length);
  return out;
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A black PNG of one bit a pixel (W3C's PNG specification, 11.2): enormous, and next to nothing as a file. */
export function hugePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = Buffer.alloc((Math.ceil(width / 8) + 1) * height);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A PNG whose compressed colour profile unpacks to 200 MB. */
export async function profileBomb(): Promise<Buffer> {
  const picture = await scene(200, 200).png().toBuffer();
  const profile = Buffer.concat([Buffer.from('icc\0\0', 'latin1'), deflateSync(Buffer.alloc(200_000_000))]);
  return Buffer.concat([picture.subarray(0, 33), chunk('iCCP', profile), picture.subarray(33)]);
}
