import type { S3Operation } from '../operation.ts';
import { readObject } from './read-object.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html */
export const getObject: S3Operation = (s3, request) => readObject(s3, request, true);
