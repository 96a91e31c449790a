import { IMAGE_SHAPES, imageUrl, type ImageFormat, type ImageKind } from '../../../shared/images.ts';

export interface Picture {
  kind: ImageKind;
  /** The profile's id. */
  ownerId: string;
  /** `Profile.avatar` or `Profile.cover`. */
  version: string;
}

export interface PictureSource {
  type: string;
  srcSet: string;
}

const TYPES: Readonly<Record<ImageFormat, string>> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
};
/** Nobody sees that a picture is enlarged by so much. */
const SLACK = 1.1;

/** The smallest file that fills so many pixels, or the largest there is. */
export function widthFor(kind: ImageKind, pixels: number): number {
  const { widths } = IMAGE_SHAPES[kind];
  return widths.find((width) => width * SLACK >= pixels) ?? widths.at(-1)!;
}

/**
 * What a picture that is always `size` wide offers to screens of each density, best format first. By density and not by
 * width: browsers round widths as they like, and would show 64 pixels where 88 are needed.
 */
export function sourcesForSize(base: string, picture: Picture, size: number): PictureSource[] {
  const densities = new Map<number, number>();
  // A file that fills several densities is said to be for the highest: the next one is not taken too early then.
  for (const density of [1, 2, 3]) densities.set(widthFor(picture.kind, size * density), density);
  return perFormat(picture.kind, (format) =>
    [...densities].map(([width, density]) => `${imageUrl(base, { ...picture, width, format })} ${density}x`),
  );
}

/** What a picture that is as wide as the page lets it be offers; goes with `sizes`. */
export function sourcesForAnyWidth(base: string, picture: Picture): PictureSource[] {
  return perFormat(picture.kind, (format) =>
    IMAGE_SHAPES[picture.kind].widths.map(
      (width) => `${imageUrl(base, { ...picture, width, format })} ${width}w`,
    ),
  );
}

function perFormat(kind: ImageKind, candidates: (format: ImageFormat) => string[]): PictureSource[] {
  return IMAGE_SHAPES[kind].formats.map((format) => ({
    type: TYPES[format],
    srcSet: candidates(format).join(', '),
  }));
}

/** The one file for browsers that choose nothing. */
export function plainSource(base: string, picture: Picture, pixels: number): string {
  const format = IMAGE_SHAPES[picture.kind].formats.at(-1)!;
  return imageUrl(base, { ...picture, width: widthFor(picture.kind, pixels), format });
}
