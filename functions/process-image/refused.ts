import type { ImageRefusal } from '../../shared/image-refusals.ts';

/** The uploaded file cannot become a picture, and trying again would not help. */
export class ImageRefused extends Error {
  override readonly name = 'ImageRefused';
  readonly reason: ImageRefusal;

  constructor(reason: ImageRefusal, cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}
