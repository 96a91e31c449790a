import { IMAGE_MAX_PIXELS, IMAGE_SHAPES, type ImageKind } from '../../../../shared/images.ts';
import { checkFile } from './check-file.ts';
import { PictureRefused } from './refused.ts';

/** A file that can become a picture. */
export interface OpenPicture {
  file: Blob;
  contentType: string;
  /** Of the picture when it is upright. */
  width: number;
  height: number;
  /** Upright, and small enough for any phone to move about. */
  preview: HTMLCanvasElement;
}

/** As sharp as a frame on the largest screens needs it. */
const PREVIEW_PIXELS = 1600;

/**
 * Opens a file to choose a part of it. The browser unpacks it once, to a preview; what is sent is the file itself.
 * Throws PictureRefused with the reason that the server would give.
 */
export async function openPicture(kind: ImageKind, file: Blob): Promise<OpenPicture> {
  const contentType = await checkFile(file);
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    checkSize(kind, width, height);
    return { file, contentType, width, height, preview: draw(image) };
  } catch (error) {
    throw error instanceof PictureRefused ? error : new PictureRefused('BROKEN');
  } finally {
    URL.revokeObjectURL(url);
  }
}

function checkSize(kind: ImageKind, width: number, height: number): void {
  const { least } = IMAGE_SHAPES[kind];
  if (width * height > IMAGE_MAX_PIXELS) throw new PictureRefused('TOO_MANY_PIXELS');
  if (width < least.width || height < least.height) throw new PictureRefused('TOO_SMALL');
}

/** Browsers turn it as EXIF says. Nothing ever reads the canvas: some would answer noise, to be harder to recognize. */
function draw(image: HTMLImageElement): HTMLCanvasElement {
  const scale = Math.min(1, PREVIEW_PIXELS / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  const context = canvas.getContext('2d')!;
  // As the server does with what is transparent.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}
