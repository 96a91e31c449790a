import { Duration, Stack } from 'aws-cdk-lib';
import type { CfnGraphQLApi } from 'aws-cdk-lib/aws-appsync';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as Target } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Bucket, EventType, type IBucket } from 'aws-cdk-lib/aws-s3';
import { LambdaDestination } from 'aws-cdk-lib/aws-s3-notifications';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { AmplifyGraphqlApiResources } from '@aws-amplify/graphql-api-construct';
import { INCOMING } from '../../functions/shared/images/upload-key.ts';
import { keepFailedEvents } from '../observability/dead-letters.ts';
import { ISSUE_UPLOAD, REMOVE_IMAGE } from './data-sources.ts';

export interface ImageFunctions {
  issueUpload: LambdaFunction;
  processImage: LambdaFunction;
  removeImage: LambdaFunction;
  sweepImages: LambdaFunction;
}

type Api = Pick<AmplifyGraphqlApiResources, 'graphqlApi' | 'cfnResources'>;

const PUBLIC = 'public/*';

/** Gives the functions about pictures what each needs and no more, and says when they run. */
export function connectImageFunctions(
  { issueUpload, processImage, removeImage, sweepImages }: ImageFunctions,
  bucket: IBucket,
  { graphqlApi, cfnResources }: Api,
  deadLetters: IQueue,
): void {
  issueUpload.addEnvironment('IMAGES_BUCKET', bucket.bucketName);
  allow(issueUpload, ['s3:PutObject'], [bucket.arnForObjects(`${INCOMING}*`)]);
  allow(processImage, ['s3:GetObject', 's3:DeleteObject'], [bucket.arnForObjects(`${INCOMING}*`)]);
  allow(processImage, ['s3:PutObject'], [bucket.arnForObjects(PUBLIC)]);
  for (const lambda of [processImage, removeImage, sweepImages]) allowDeletingPictures(lambda, bucket);
  for (const lambda of [processImage, removeImage]) allowPublishing(lambda, cfnResources.cfnGraphqlApi);
  graphqlApi.addLambdaDataSource(ISSUE_UPLOAD, issueUpload);
  graphqlApi.addLambdaDataSource(REMOVE_IMAGE, removeImage);
  runOnUploads(processImage, bucket, deadLetters);
  keepFailedEvents(sweepImages, deadLetters, Duration.hours(6));
  new Rule(Stack.of(sweepImages), 'SweepImagesDaily', {
    schedule: Schedule.rate(Duration.days(1)),
    targets: [new Target(sweepImages)],
  });
}

/** Deleting the files of a version begins with listing them; and what is not there is told from what is forbidden. */
export function allowDeletingPictures(lambda: LambdaFunction, bucket: IBucket): void {
  lambda.addEnvironment('IMAGES_BUCKET', bucket.bucketName);
  allow(lambda, ['s3:DeleteObject'], [bucket.arnForObjects(PUBLIC)]);
  allow(lambda, ['s3:ListBucket'], [bucket.bucketArn]);
}

function allowPublishing(lambda: LambdaFunction, api: CfnGraphQLApi): void {
  lambda.addEnvironment('GRAPHQL_URL', api.attrGraphQlUrl);
  const types = `${api.attrArn}/types`;
  allow(
    lambda,
    ['appsync:GraphQL'],
    [`${types}/Mutation/fields/publishImageChange`, `${types}/ImageChange/*`],
  );
}

function runOnUploads(lambda: LambdaFunction, bucket: IBucket, deadLetters: IQueue): void {
  // The bucket by its name: its own stack must not depend on the function's, which depends on it.
  const stack = Stack.of(lambda);
  const known = Bucket.fromBucketName(stack, 'ImagesBucket', bucket.bucketName);
  known.addEventNotification(EventType.OBJECT_CREATED, new LambdaDestination(lambda), { prefix: INCOMING });
  // A file that is an hour old has nobody waiting for it.
  keepFailedEvents(lambda, deadLetters, Duration.hours(1));
}

function allow(lambda: LambdaFunction, actions: string[], resources: string[]): void {
  lambda.addToRolePolicy(new PolicyStatement({ actions, resources }));
}
