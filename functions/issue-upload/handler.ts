import { S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { formatCrop, isCrop, type ImageCrop } from '../../shared/image-crop.ts';
import { IMAGE_MAX_BYTES, IMAGE_TYPES, type ImageKind } from '../../shared/images.ts';
import { answer, type Answer } from '../shared/answer.ts';
import { environment } from '../shared/environment.ts';
import { imageRecords } from '../shared/images/records.ts';
import { ulid } from '../shared/images/ulid.ts';
import { CROP_METADATA, uploadKey } from '../shared/images/upload-key.ts';
import { observed, traced } from '../shared/observed.ts';
import { Refusal } from '../shared/refusal.ts';

const client = traced(new S3Client({}));
/** AppSync waits 30 s for a data source; a paused database resumes in about 15 s. */
const records = imageRecords(20_000);
const SECONDS = 300;

export interface UploadWish {
  userId: string;
  kind: ImageKind;
  contentType: string;
  /** Which part becomes the picture; else it is the centre. */
  crop: ImageCrop | null;
}

/** The GraphQL type ImageUpload. */
export interface ImageUpload {
  id: string;
  url: string;
  fields: Record<string, string>;
  key: string;
  expiresAt: string;
}

/** The mutation `requestImageUpload`: a form with which the caller may send one file, of this type, to one place. */
export const handler = observed(
  ({ userId, kind, contentType, crop }: UploadWish): Promise<Answer<ImageUpload>> => {
    return answer(async () => {
      checkType(contentType);
      if (crop && !isCrop(crop))
        throw new Refusal('InvalidCrop', 'The chosen part is not within the picture.');
      const upload = { id: ulid(), ownerId: userId, kind };
      const key = uploadKey(upload);
      const expiresAt = new Date(Date.now() + SECONDS * 1000).toISOString();
      await records.begin(upload);
      const { url, fields } = await createPresignedPost(client, {
        Bucket: environment('IMAGES_BUCKET'),
        Key: key,
        // Each becomes a condition of the policy: the form cannot be changed.
        Fields: {
          'Content-Type': contentType,
          ...(crop && { [`x-amz-meta-${CROP_METADATA}`]: formatCrop(crop) }),
        },
        Conditions: [['content-length-range', 1, IMAGE_MAX_BYTES]],
        Expires: SECONDS,
      });
      return { id: upload.id, url, fields, key, expiresAt };
    });
  },
);

function checkType(contentType: string): void {
  if ((IMAGE_TYPES as readonly string[]).includes(contentType)) return;
  const isHeic = /^image\/hei[cf]/i.test(contentType);
  throw new Refusal(
    'UnsupportedImageType',
    isHeic
      ? 'HEIC pictures cannot be read here. Please export it as JPEG; on an iPhone: Settings, Camera, Formats, Most Compatible.'
      : 'A picture is a JPEG, PNG, WebP, AVIF or GIF.',
  );
}
