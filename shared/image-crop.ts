import { IMAGE_SHAPES, type ImageKind } from './images.ts';

/** Which part of a picture somebody chose, as fractions of the upright picture's width and height. */
export interface ImageCrop {
  /** The left edge. */
  x: number;
  /** The upper edge. */
  y: number;
  /** How wide; how high follows from the kind of picture. */
  width: number;
}

/** The same in pixels. */
export interface CropRegion {
  left: number;
  top: number;
  width: number;
  height: number;
}

const isFraction = (value: number): boolean => value >= 0 && value <= 1;

/** Whether it lies within a picture, as far as that can be said without its size. */
export function isCrop({ x, y, width }: ImageCrop): boolean {
  return isFraction(x) && isFraction(y) && width > 0 && x + width <= 1.0001;
}

/** A crop as text, to a millionth: for the form of an upload. */
export function formatCrop({ x, y, width }: ImageCrop): string {
  return [x, y, width].map((value) => Number(value.toFixed(6))).join(' ');
}

/** Reads what `formatCrop` wrote; undefined for anything else. */
export function parseCrop(text: string | undefined): ImageCrop | undefined {
  const [x = Number.NaN, y = Number.NaN, width = Number.NaN, more] = (text ?? '').split(' ').map(Number);
  const crop = { x, y, width };
  return more === undefined && isCrop(crop) ? crop : undefined;
}

/** The chosen part of an upright picture of so many pixels: always inside of it, and at least one pixel. */
export function cropRegion(
  kind: ImageKind,
  crop: ImageCrop,
  picture: { width: number; height: number },
): CropRegion {
  const { aspect } = IMAGE_SHAPES[kind];
  const width = between(1, Math.round(crop.width * picture.width), picture.width);
  const height = between(1, Math.round((crop.width * picture.width) / aspect), picture.height);
  return {
    left: between(0, Math.round(crop.x * picture.width), picture.width - width),
    top: between(0, Math.round(crop.y * picture.height), picture.height - height),
    width,
    height,
  };
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
