import type { S3Operation } from '../operation.ts';
import { readObject } from './read-object.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html */
export const headObject: S3Operation = (s3, request) => readObject(s3, request, false);
