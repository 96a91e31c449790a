import type { CloudContext } from '../core/context.ts';
import type { AwsService } from '../core/service.ts';
import type { Iam } from '../iam/create-iam.ts';
import { createAppSync, type SignedRequest } from './appsync/index.ts';
import { createCloudFront } from './cloudfront/index.ts';
import { createCloudWatch } from './cloudwatch/index.ts';
import { createCognitoIdentity } from './cognito-identity/index.ts';
import { createCognitoIdp } from './cognito-idp/index.ts';
import { createDynamoDb } from './dynamodb/index.ts';
import { createEvents, createScheduler } from './events/index.ts';
import { createIamService } from './iam/index.ts';
import { createLambda } from './lambda/index.ts';
import { createRdsData, type RdsDataOptions } from './rds-data/index.ts';
import { createS3 } from './s3/index.ts';
import { createSecretsManager } from './secretsmanager/index.ts';
import { createSqs } from './sqs/index.ts';
import { createSsm } from './ssm/index.ts';
import { createSts } from './sts/index.ts';
import { createXRay } from './xray/index.ts';

/** What may be said to single services when the local cloud starts. */
export interface ServiceOptions {
  readonly rdsData?: RdsDataOptions;
}

/**
 * Every service of the local cloud. Adding one: a folder beside this file that makes an `AwsService`, and a line here.
 */
export function createServices(
  cloud: CloudContext,
  iam: Iam,
  options: ServiceOptions,
): readonly AwsService[] {
  /** AppSync's real-time channel carries signed requests inside its messages, which the gateway doesn't see. */
  function verifySignature({ path, query, ...request }: SignedRequest) {
    const signed = { ...request, rawPath: path, rawQuery: query };
    return iam.signatures.verify(signed, 'appsync').principal;
  }
  return [
    createIamService(iam),
    createSts(iam),
    createSecretsManager(cloud),
    createSsm(cloud),
    createSqs(cloud),
    createDynamoDb(cloud),
    createRdsData(cloud, options.rdsData),
    createCloudWatch(cloud),
    createCognitoIdp(cloud),
    createCognitoIdentity(cloud),
    createXRay(cloud),
    createLambda(cloud),
    createEvents(cloud),
    createScheduler(cloud),
    createS3(cloud, iam.signatures),
    createCloudFront(cloud),
    createAppSync(cloud, { verifySignature }),
  ];
}
