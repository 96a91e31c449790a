import type { AmplifyGraphqlApiResources } from '@aws-amplify/graphql-api-construct';
import type { Stack } from 'aws-cdk-lib';
import type { Function as LambdaFunction, IFunction } from 'aws-cdk-lib/aws-lambda';
import type { DatabaseCluster } from 'aws-cdk-lib/aws-rds';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { giveDatabaseAccess } from '../database/access.ts';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { createDelivery } from '../delivery/distribution.ts';
import { createImagesBucket } from './bucket.ts';
import { allowDeletingPictures, connectImageFunctions } from './functions.ts';

type Defined = { resources: { lambda: IFunction } };

/** What `backend.ts` knows of pictures. */
interface ImagesBackend {
  issueUpload: Defined;
  processImage: Defined;
  removeImage: Defined;
  sweepImages: Defined;
  deleteAccount: Defined;
  finishDeletions: Defined;
  data: { resources: Pick<AmplifyGraphqlApiResources, 'graphqlApi' | 'cfnResources'> };
  createStack(name: string): Stack;
  addOutput(output: { custom: Record<string, unknown> }): void;
}

/**
 * Avatars and covers: the bucket, what is done with it, and where the pictures are seen (`custom.delivery_url`). Answers
 * the bucket.
 */
export function addImages(
  backend: ImagesBackend,
  cluster: DatabaseCluster,
  deadLetters: IQueue,
  isTemporary: boolean,
): IBucket {
  const functions = {
    issueUpload: backend.issueUpload.resources.lambda as LambdaFunction,
    processImage: backend.processImage.resources.lambda as LambdaFunction,
    removeImage: backend.removeImage.resources.lambda as LambdaFunction,
    sweepImages: backend.sweepImages.resources.lambda as LambdaFunction,
  };
  const bucket = createImagesBucket(backend.createStack('storage'), isTemporary);
  const distribution = createDelivery(bucket);
  for (const lambda of Object.values(functions)) giveDatabaseAccess(lambda, cluster);
  connectImageFunctions(functions, bucket, backend.data.resources, deadLetters);
  for (const { resources } of [backend.deleteAccount, backend.finishDeletions]) {
    allowDeletingPictures(resources.lambda as LambdaFunction, bucket);
  }
  backend.addOutput({ custom: { delivery_url: `https://${distribution.distributionDomainName}` } });
  return bucket;
}
