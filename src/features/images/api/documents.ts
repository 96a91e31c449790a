import type { Schema } from '../../../../amplify/data/resource.ts';
import type { ImageCrop } from '../../../../shared/image-crop.ts';
import type { ImageKind } from '../../../../shared/images.ts';
import { AppError } from '../../../lib/errors/app-error.ts';
import { request } from '../../../lib/data/request.ts';

/** What became of an upload or a removal. */
export type ImageChange = Pick<
  Schema['ImageChange']['type'],
  'id' | 'profileId' | 'kind' | 'status' | 'reason' | 'version'
>;

export const CHANGE_FIELDS = 'id profileId kind status reason version';

/** A form with which one file may be sent. */
export interface UploadForm {
  id: string;
  url: string;
  fields: Record<string, string>;
}

/** Asks for the permission to upload a file of this type, and says which part of it is wanted. Throws AppError. */
export async function requestUpload(
  kind: ImageKind,
  contentType: string,
  crop: ImageCrop,
): Promise<UploadForm> {
  const document = `mutation RequestImageUpload(
    $kind: ImageKind!, $contentType: String!, $cropX: Float, $cropY: Float, $cropWidth: Float
  ) {
    requestImageUpload(kind: $kind, contentType: $contentType, cropX: $cropX, cropY: $cropY, cropWidth: $cropWidth) {
      id url fields
    }
  }`;
  const variables = { kind, contentType, cropX: crop.x, cropY: crop.y, cropWidth: crop.width };
  const { requestImageUpload: form } = await request<{
    requestImageUpload: Omit<UploadForm, 'fields'> & { fields: string };
  }>(document, variables);
  return { ...form, fields: JSON.parse(form.fields) as Record<string, string> };
}

/** What became of an upload so far. Throws AppError. */
export async function fetchOutcome(id: string): Promise<ImageChange> {
  const document = `query ImageUpload($id: ID!) { imageUpload(id: $id) { ${CHANGE_FIELDS} } }`;
  const { imageUpload } = await request<{ imageUpload: ImageChange | null }>(document, { id });
  if (!imageUpload) throw new AppError('Internal', `The upload ${id} is unknown.`);
  return imageUpload;
}

/** Takes the caller's picture away. Throws AppError. */
export async function removeImage(kind: ImageKind): Promise<ImageChange> {
  const document = `mutation RemoveImage($kind: ImageKind!) { removeImage(kind: $kind) { ${CHANGE_FIELDS} } }`;
  return (await request<{ removeImage: ImageChange }>(document, { kind })).removeImage;
}

/** The pictures of at most fifty people as they are now. Throws AppError. */
export async function fetchPictures(
  ids: readonly string[],
): Promise<{ id: string; avatar: string | null; cover: string | null }[]> {
  const document = 'query Pictures($ids: [ID!]!) { profilesByIds(ids: $ids) { id avatar cover } }';
  const { profilesByIds } = await request<{
    profilesByIds: { id: string; avatar: string | null; cover: string | null }[];
  }>(document, { ids });
  return profilesByIds;
}
