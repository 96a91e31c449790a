import { notCovered } from '../../../core/errors.ts';
import { s3Error } from '../errors.ts';
import type { S3Operation } from '../operation.ts';
import { abortMultipartUpload } from '../operations/AbortMultipartUpload.ts';
import { completeMultipartUpload } from '../operations/CompleteMultipartUpload.ts';
import { copyObject } from '../operations/CopyObject.ts';
import { createBucket } from '../operations/CreateBucket.ts';
import { createMultipartUpload } from '../operations/CreateMultipartUpload.ts';
import { deleteBucket } from '../operations/DeleteBucket.ts';
import { deleteObject } from '../operations/DeleteObject.ts';
import { deleteObjects } from '../operations/DeleteObjects.ts';
import { getBucketLocation } from '../operations/GetBucketLocation.ts';
import { getBucketEncryption } from '../operations/GetBucketEncryption.ts';
import { getBucketVersioning } from '../operations/GetBucketVersioning.ts';
import { getObject } from '../operations/GetObject.ts';
import { getObjectTagging } from '../operations/GetObjectTagging.ts';
import { headBucket } from '../operations/HeadBucket.ts';
import { headObject } from '../operations/HeadObject.ts';
import { listBuckets } from '../operations/ListBuckets.ts';
import { listMultipartUploads } from '../operations/ListMultipartUploads.ts';
import { listObjects } from '../operations/ListObjects.ts';
import { listObjectsV2 } from '../operations/ListObjectsV2.ts';
import { listObjectVersions } from '../operations/ListObjectVersions.ts';
import { listParts } from '../operations/ListParts.ts';
import { postObject } from '../operations/PostObject.ts';
import { putObject } from '../operations/PutObject.ts';
import { deleteObjectTagging } from '../operations/DeleteObjectTagging.ts';
import { putObjectTagging } from '../operations/PutObjectTagging.ts';
import { uploadPart } from '../operations/UploadPart.ts';
import type { S3Request } from './request.ts';

type Route = readonly [method: string, query: string, name: string, operation: S3Operation];

/** The first that fits counts; a query of '' fits always. */
const BUCKET: readonly Route[] = [
  ['GET', 'location', 'GetBucketLocation', getBucketLocation],
  ['GET', 'encryption', 'GetBucketEncryption', getBucketEncryption],
  ['GET', 'versioning', 'GetBucketVersioning', getBucketVersioning],
  ['GET', 'versions', 'ListObjectVersions', listObjectVersions],
  ['GET', 'uploads', 'ListMultipartUploads', listMultipartUploads],
  ['GET', 'list-type', 'ListObjectsV2', listObjectsV2],
  ['GET', '', 'ListObjects', listObjects],
  ['HEAD', '', 'HeadBucket', headBucket],
  ['PUT', '', 'CreateBucket', createBucket],
  ['DELETE', '', 'DeleteBucket', deleteBucket],
  ['POST', 'delete', 'DeleteObjects', deleteObjects],
  ['POST', '', 'PostObject', postObject],
];

const OBJECT: readonly Route[] = [
  ['GET', 'tagging', 'GetObjectTagging', getObjectTagging],
  ['GET', 'uploadId', 'ListParts', listParts],
  ['GET', '', 'GetObject', getObject],
  ['HEAD', '', 'HeadObject', headObject],
  ['PUT', 'tagging', 'PutObjectTagging', putObjectTagging],
  ['PUT', 'uploadId', 'UploadPart', uploadPart],
  ['PUT', '', 'PutObject', putObject],
  ['DELETE', 'tagging', 'DeleteObjectTagging', deleteObjectTagging],
  ['DELETE', 'uploadId', 'AbortMultipartUpload', abortMultipartUpload],
  ['DELETE', '', 'DeleteObject', deleteObject],
  ['POST', 'uploads', 'CreateMultipartUpload', createMultipartUpload],
  ['POST', 'uploadId', 'CompleteMultipartUpload', completeMultipartUpload],
];

/** Names in a query that make it a request for something else than the bucket or the object itself. */
const SUBRESOURCES = new Set(
  `abac accelerate acl analytics annotation attributes cors encryption intelligent-tiering inventory legal-hold
   lifecycle logging metadataConfiguration metadataTable metrics notification object-lock ownershipControls policy
   policyStatus publicAccessBlock renameObject replication requestPayment restore retention select session tagging
   torrent versioning versions website location delete uploads uploadId`.split(/\s+/),
);

/**
 * The operation of a request, and its name.
 * Throws MethodNotAllowed, or NotCovered for one that S3 has and the local cloud hasn't.
 */
export function findOperation(request: S3Request): { readonly name: string; readonly run: S3Operation } {
  const { method, query, bucket, key, headers } = request;
  if (bucket === '') {
    if (method === 'GET') return { name: 'ListBuckets', run: listBuckets };
    throw s3Error('MethodNotAllowed', { Method: method, ResourceType: 'SERVICE' });
  }
  const routes = key === '' ? BUCKET : OBJECT;
  const subresource = [...query.keys()].find((name) => SUBRESOURCES.has(name));
  const copies = method === 'PUT' && headers['x-amz-copy-source'] !== undefined;
  if (copies && subresource === 'uploadId') throw notCovered('the operation UploadPartCopy of s3');
  if (copies && subresource === undefined && key !== '') return { name: 'CopyObject', run: copyObject };
  const found = routes.find(
    ([verb, name]) => verb === method && (name === '' ? subresource === undefined : query.has(name)),
  );
  if (found) return { name: found[2], run: found[3] };
  if (subresource !== undefined) throw notCovered(`${method} ?${subresource} of s3`);
  throw s3Error('MethodNotAllowed', { Method: method, ResourceType: key === '' ? 'BUCKET' : 'OBJECT' });
}
