import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { INCOMING } from '../../functions/shared/images/upload-key.ts';

/** Uploaded files below `incoming/`, for moments; what CloudFront shows to everybody below `public/`. */
export function createImagesBucket(scope: Construct, isTemporary: boolean): Bucket {
  return new Bucket(scope, 'Images', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    // Deleted is deleted.
    versioned: false,
    lifecycleRules: [
      // The functions delete what they have seen; this is for what never reached one.
      { id: 'incoming', prefix: INCOMING, expiration: Duration.days(1) },
      { id: 'multipart', abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
    // From anywhere: what counts is the signed policy in the form, which no cookie stands for.
    cors: [
      { allowedOrigins: ['*'], allowedMethods: [HttpMethods.POST], allowedHeaders: ['*'], maxAge: 3600 },
    ],
    removalPolicy: isTemporary ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    autoDeleteObjects: isTemporary,
  });
}
