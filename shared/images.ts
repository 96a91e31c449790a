// Pictures of people: what is accepted, which files each becomes, and where they are. For the app and the functions.

export const IMAGE_KINDS = ['AVATAR', 'COVER'] as const;
export type ImageKind = (typeof IMAGE_KINDS)[number];

/** What a person may upload. HEIC is not among them: its decoder is burdened with patents. */
export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'] as const;
export const IMAGE_MAX_BYTES = 10 * 1024 * 1024;
/** Phones make up to 50 megapixels; a bomb of more is refused before it is unpacked. */
export const IMAGE_MAX_PIXELS = 50_000_000;

export type ImageFormat = 'avif' | 'webp' | 'jpg';

export interface ImageShape {
  /** Below `public/` in the bucket, and in the address. */
  folder: string;
  /** The smallest picture that may be uploaded. */
  least: { width: number; height: number };
  /** Width by height. */
  aspect: number;
  /** What it becomes, smallest first. */
  widths: readonly number[];
  formats: readonly ImageFormat[];
}

export const IMAGE_SHAPES: Readonly<Record<ImageKind, ImageShape>> = {
  AVATAR: {
    folder: 'avatars',
    least: { width: 64, height: 64 },
    aspect: 1,
    widths: [64, 128, 256, 512],
    formats: ['avif', 'webp', 'jpg'],
  },
  COVER: {
    folder: 'covers',
    least: { width: 300, height: 100 },
    aspect: 3,
    widths: [600, 1500],
    formats: ['avif', 'webp'],
  },
};

export interface ImageFile {
  kind: ImageKind;
  /** Whose: the profile's id. */
  ownerId: string;
  /** As `Profile.avatar` and `Profile.cover` say it. */
  version: string;
  /** One of the shape's widths. */
  width: number;
  format: ImageFormat;
}

/** Where a file is, below the delivery domain; in the bucket, below `public/`. */
export function imagePath({ kind, ownerId, version, width, format }: ImageFile): string {
  return `${IMAGE_SHAPES[kind].folder}/${ownerId}/${version}-${width}.${format}`;
}

/** The address of a file. @param deliveryUrl `custom.delivery_url` of amplify_outputs.json */
export function imageUrl(deliveryUrl: string, file: ImageFile): string {
  return `${deliveryUrl}/${imagePath(file)}`;
}

export function imageHeight(kind: ImageKind, width: number): number {
  return Math.round(width / IMAGE_SHAPES[kind].aspect);
}
