import type { ImageKind } from '../../../shared/images.ts';

/** A picture that a demo person lacks. */
export interface Wanted {
  handle: string;
  kind: ImageKind;
}
