import { notCovered } from '../../../core/errors.ts';
import type { ResourceHandler, ResourceInput } from '../../../core/resource.ts';
import { stableId } from '../../../core/stable-id.ts';
import { emptyBucket } from '../objects/empty-bucket.ts';
import type { S3 } from '../s3.ts';
import type { Versioning } from '../store/objects.ts';
import { readNotifications } from '../notifications/read-configuration.ts';
import { readCors, readPublicAccessBlock, type BucketProperties } from './bucket-properties.ts';
import { readLifecycle } from './lifecycle-properties.ts';

const COVERS = {
  honoured: [
    'BucketName',
    'CorsConfiguration',
    'LifecycleConfiguration',
    'VersioningConfiguration',
    'PublicAccessBlockConfiguration',
    'OwnershipControls',
    'NotificationConfiguration',
    'BucketEncryption',
  ],
  withoutEffect: {
    'they change the bill or the speed alone': [
      'AccelerateConfiguration',
      'AnalyticsConfigurations',
      'IntelligentTieringConfigurations',
      'MetricsConfigurations',
    ],
    'nothing reads them here': ['Tags'],
  },
};

/** `AWS::S3::Bucket`. Its objects outlive restarts; they go when the bucket leaves the template and is not kept. */
export function bucketResource(s3: S3): ResourceHandler<BucketProperties> {
  return {
    types: ['AWS::S3::Bucket'],
    covers: COVERS,
    apply(input) {
      const { properties, address } = input;
      checkEncryption(properties);
      const name = bucketName(input);
      const before = input.previousOutput?.ref;
      const { config, arn } = s3.buckets.ensure(name, s3.cloud.clock.now());
      config.cors = readCors(properties.CorsConfiguration);
      config.lifecycle = readLifecycle(properties.LifecycleConfiguration);
      config.versioning = properties.VersioningConfiguration?.Status as Versioning;
      config.publicAccessBlock = readPublicAccessBlock(properties.PublicAccessBlockConfiguration);
      const ownership = properties.OwnershipControls?.Rules?.[0]?.ObjectOwnership ?? 'BucketOwnerEnforced';
      config.aclsEnabled = ownership !== 'BucketOwnerEnforced';
      config.notifications.set(address, readNotifications(lambdaRules(properties), address));
      s3.notifier.resume(name);
      // Another name means another bucket; the one before stays with its objects, as CloudFormation would refuse to drop it.
      if (before !== undefined && before !== name && s3.objects.isEmpty(before)) s3.buckets.remove(before);
      return { ref: name, attributes: attributes(s3, name, arn) };
    },
    async remove({ previousOutput }) {
      const bucket = previousOutput && s3.buckets.find(previousOutput.ref);
      if (!bucket) return;
      await emptyBucket(s3, bucket);
      s3.buckets.remove(bucket.name);
      s3.cloud.iam.removeResourcePolicy?.(bucket.arn);
    },
  };
}

/** CloudFormation's form: stack, logical id and something random, all in lower case. */
function bucketName({ properties, stackPath, logicalId, address }: ResourceInput<BucketProperties>): string {
  if (properties.BucketName !== undefined) return properties.BucketName;
  const stack = stackPath.split('/').at(-1) ?? '';
  const readable = `${stack.slice(0, 20)}-${logicalId.slice(0, 24)}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return `${readable.replace(/^-+|-+$/g, '')}-${stableId(address, 12)}`;
}

/** What is a host name on AWS is `host:port/path` here, so that `https://<DomainName>/…` needs another scheme only. */
function attributes({ cloud }: S3, name: string, arn: string): Record<string, string> {
  const domain = `${new URL(cloud.baseUrl).host}/s3/${name}`;
  return {
    Arn: arn,
    DomainName: domain,
    RegionalDomainName: domain,
    DualStackDomainName: domain,
    WebsiteURL: `http://${domain}`,
  };
}

/** The template's form differs from the API's. */
function lambdaRules({
  NotificationConfiguration: given,
}: BucketProperties): Parameters<typeof readNotifications>[0] {
  if (!given) return {};
  return {
    ...given,
    LambdaFunctionConfigurations: given.LambdaConfigurations?.map(({ Event, Function, Filter }) => ({
      LambdaFunctionArn: Function,
      Events: [Event],
      Filter: { Key: { FilterRules: Filter?.S3Key?.Rules ?? [] } },
    })),
  };
}

function checkEncryption({ BucketEncryption }: BucketProperties): void {
  for (const rule of BucketEncryption?.ServerSideEncryptionConfiguration ?? []) {
    const algorithm = rule.ServerSideEncryptionByDefault?.SSEAlgorithm ?? 'AES256';
    if (algorithm !== 'AES256') throw notCovered(`the encryption ${algorithm} of AWS::S3::Bucket`);
  }
}
