// Apart from `images.ts`, which every page loads.

/** Why an uploaded file does not become a picture. */
export const IMAGE_REFUSALS = [
  'EMPTY',
  'TOO_LARGE',
  'NOT_AN_IMAGE',
  'UNSUPPORTED_FORMAT',
  'BROKEN',
  'TOO_MANY_PIXELS',
  'TOO_SMALL',
  'FAILED',
] as const;
export type ImageRefusal = (typeof IMAGE_REFUSALS)[number];

/** What a person reads then. */
export const IMAGE_ADVICE: Readonly<Record<ImageRefusal, string>> = {
  EMPTY: 'This file is empty. Please choose another one.',
  TOO_LARGE: 'This file is larger than 10 MB. Please choose a smaller one.',
  NOT_AN_IMAGE: 'This file is not a picture. Please choose a JPEG, PNG, WebP, AVIF or GIF.',
  UNSUPPORTED_FORMAT: 'This kind of picture cannot be read here. Please save it as JPEG or PNG first.',
  BROKEN: 'This picture is damaged or incomplete. Please choose another one.',
  TOO_MANY_PIXELS: 'This picture has more than 50 megapixels. Please make it smaller first.',
  TOO_SMALL: 'This picture is too small: an avatar needs 64 × 64 pixels, a cover 300 × 100.',
  FAILED: 'Something went wrong on our side. Please try again.',
};
