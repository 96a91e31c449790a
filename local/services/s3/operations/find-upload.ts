import { s3Error } from '../errors.ts';
import type { S3Request } from '../http/request.ts';
import type { S3 } from '../s3.ts';
import type { Upload } from '../store/uploads.ts';

/** The multipart upload that a request names. Throws NoSuchUpload. */
export function findUpload(s3: S3, { bucket, key, query }: S3Request): Upload {
  const id = query.get('uploadId') ?? '';
  const upload = s3.uploads.get(id);
  if (upload && upload.bucket === bucket && upload.key === key) return upload;
  throw s3Error('NoSuchUpload', { UploadId: id });
}
