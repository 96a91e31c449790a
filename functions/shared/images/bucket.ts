import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { parseCrop, type ImageCrop } from '../../../shared/image-crop.ts';
import { IMAGE_SHAPES, type ImageKind } from '../../../shared/images.ts';
import { environment } from '../environment.ts';
import { traced } from '../observed.ts';
import { CROP_METADATA } from './upload-key.ts';

const client = traced(new S3Client({}));
/** Below it is what CloudFront gives to everybody. */
const PUBLIC = 'public/';

/** One version of somebody's picture. */
export interface Version {
  profileId: string;
  kind: ImageKind;
  version: string;
}

/** A file that is ready to be seen. */
export interface PublicFile {
  /** Below the delivery domain; see `imagePath`. */
  path: string;
  contentType: string;
  body: Uint8Array;
}

/** An uploaded file, and which part of it its owner chose. */
export interface UploadedFile {
  bytes: Uint8Array;
  crop: ImageCrop | undefined;
}

/** An uploaded file; `tooLarge` instead when it has more than `most` bytes, undefined when it is gone. */
export async function readUpload(key: string, most: number): Promise<UploadedFile | 'tooLarge' | undefined> {
  try {
    const {
      Body,
      ContentLength = 0,
      Metadata,
    } = await client.send(new GetObjectCommand({ Bucket: environment('IMAGES_BUCKET'), Key: key }));
    if (ContentLength <= most) {
      return { bytes: await Body!.transformToByteArray(), crop: parseCrop(Metadata?.[CROP_METADATA]) };
    }
    // Lets go of the connection without taking the rest.
    await (Body as unknown as AsyncIterable<unknown> & { destroy?: () => void }).destroy?.();
    return 'tooLarge';
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

/** Deletes an uploaded file; nothing happens when it is gone. */
export async function deleteUpload(key: string): Promise<void> {
  await client.send(new DeleteObjectCommand({ Bucket: environment('IMAGES_BUCKET'), Key: key }));
}

/** Writes the files of a version. They never change, so everybody may keep them for a year. */
export async function writeFiles(files: readonly PublicFile[]): Promise<void> {
  await Promise.all(
    files.map(({ path, contentType, body }) =>
      client.send(
        new PutObjectCommand({
          Bucket: environment('IMAGES_BUCKET'),
          Key: PUBLIC + path,
          Body: body,
          ContentType: contentType,
          CacheControl: 'public, max-age=31536000, immutable',
        }),
      ),
    ),
  );
}

/** Deletes all files of versions, also those of sizes that are not made any more. May be repeated. */
export async function deleteVersions(versions: readonly Version[]): Promise<void> {
  const Bucket = environment('IMAGES_BUCKET');
  for (const { profileId, kind, version } of versions) {
    const Prefix = `${PUBLIC}${IMAGE_SHAPES[kind].folder}/${profileId}/${version}-`;
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket, Prefix }));
    if (!Contents.length) continue;
    const Objects = Contents.map(({ Key }) => ({ Key: Key! }));
    const { Errors = [] } = await client.send(
      new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }),
    );
    if (Errors.length) throw new Error(`${Errors[0]!.Key} could not be deleted: ${Errors[0]!.Message}`);
  }
}
