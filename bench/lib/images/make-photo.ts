import sharp, { type Sharp } from 'sharp';

export interface Photo {
  name: string;
  bytes: Buffer;
}

/** Blurred noise: with less detail the more a pixel of it is enlarged; three times makes a file as large as phones'. */
export async function pixels(width: number, height: number, enlarged: number): Promise<Sharp> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const base = await sharp({
    create: {
      width: Math.ceil(width / enlarged),
      height: Math.ceil(height / enlarged),
      channels: 3,
      background: '#888',
      noise,
    },
  })
    .blur(1)
    .png()
    .toBuffer();
  return sharp(base, { limitInputPixels: false }).resize(width, height);
}

/** What a phone's camera makes: 12 megapixels, on its side, with metadata. */
export async function phonePhoto(): Promise<Photo> {
  const bytes = await (
    await pixels(4032, 3024, 3)
  )
    .withExif({ IFD0: { Make: 'Phone' } })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 92 })
    .toBuffer();
  return { name: '12 megapixels, JPEG', bytes };
}

/** The hardest that may be uploaded: 50 megapixels in ways that must be unpacked as a whole. */
export async function* hardestPhotos(): AsyncGenerator<Photo> {
  const [width, height] = [8650, 5780];
  const progressive = (await pixels(width, height, 6)).withMetadata({ orientation: 6 });
  yield {
    name: '50 megapixels, progressive JPEG, rotated',
    bytes: await progressive.jpeg({ quality: 80, progressive: true }).toBuffer(),
  };
  const deep = sharp({ create: { width, height, channels: 4, background: '#1234' } }).toColourspace('rgb16');
  yield {
    name: '50 megapixels, interlaced 16-bit PNG with alpha',
    bytes: await deep.png({ progressive: true, compressionLevel: 9 }).toBuffer(),
  };
  yield {
    name: '50 megapixels, AVIF',
    bytes: await (await pixels(width, height, 6)).avif({ quality: 40, effort: 0 }).toBuffer(),
  };
}
