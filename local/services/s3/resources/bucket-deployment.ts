import type { ResourceHandler } from '../../../core/resource.ts';
import { contentTypeOf } from '../assets/content-type.ts';
import type { NamedFile } from '../assets/folder.ts';
import { deleteObject } from '../objects/delete-object.ts';
import { emptyBucket } from '../objects/empty-bucket.ts';
import { storeBody } from '../objects/store-body.ts';
import type { S3 } from '../s3.ts';
import { NO_DETAILS, type ObjectDetails } from '../store/object-version.ts';
import { readSources, type SourceProperties } from './deployment-sources.ts';
import { wildcardToRegExp } from './wildcard.ts';

type Flag = boolean | string | undefined;

interface Properties extends SourceProperties {
  readonly DestinationBucketName: string;
  readonly DestinationBucketKeyPrefix?: string;
  readonly Prune?: Flag;
  readonly RetainOnDelete?: Flag;
  readonly Include?: readonly string[];
  readonly Exclude?: readonly string[];
  readonly UserMetadata?: Readonly<Record<string, string>>;
  readonly SystemMetadata?: Readonly<Record<string, string>>;
}

const COVERS = {
  honoured: [
    'SourceBucketNames',
    'SourceObjectKeys',
    'SourceMarkers',
    'SourceMarkersConfig',
    'Extract',
    'DestinationBucketName',
    'DestinationBucketKeyPrefix',
    'DestinationBucketArn',
    'Prune',
    'RetainOnDelete',
    'Include',
    'Exclude',
    'UserMetadata',
    'SystemMetadata',
    'OutputObjectKeys',
  ],
  withoutEffect: {
    'this service provides it itself': ['ServiceToken', 'ServiceTimeout', 'SignContent'],
    'CloudFront keeps nothing here': [
      'DistributionId',
      'DistributionPaths',
      'WaitForDistributionInvalidation',
    ],
  },
};
const SOURCE = { principal: { kind: 'developer' }, requestId: 'bucket-deployment' } as const;

/**
 * `Custom::CDKBucketDeployment`: copies assets into a bucket, as `aws s3 sync` does. What is there already with the same
 * content is left alone.
 */
export function bucketDeploymentResource(s3: S3): ResourceHandler<Properties> {
  return {
    types: ['Custom::CDKBucketDeployment'],
    covers: COVERS,
    async apply({ logicalId, properties }) {
      const bucket = s3.buckets.get(properties.DestinationBucketName);
      const prefix = keyPrefix(properties);
      const files = (await readSources(s3, properties)).filter(({ name }) => isIncluded(name, properties));
      for (const file of files) await deployFile(s3, bucket, `${prefix}${file.name}`, file, properties);
      if (String(properties.Prune ?? true) === 'true') {
        const kept = new Set(files.map(({ name }) => `${prefix}${name}`));
        for (const { key, latest, deleteMarker } of s3.objects.versions(bucket.name)) {
          const stale = latest && !deleteMarker && key.startsWith(prefix) && !kept.has(key);
          if (stale && isIncluded(key.slice(prefix.length), properties)) {
            await deleteObject(s3, { bucket, key, source: SOURCE });
          }
        }
      }
      return {
        ref: logicalId,
        attributes: { DestinationBucketArn: bucket.arn, SourceObjectKeys: properties.SourceObjectKeys },
      };
    },
    async remove({ properties }) {
      const bucket = s3.buckets.find(properties.DestinationBucketName);
      if (String(properties.RetainOnDelete ?? true) === 'true' || !bucket) return;
      await emptyBucket(s3, bucket, keyPrefix(properties));
    },
  };
}

async function deployFile(
  s3: S3,
  bucket: ReturnType<S3['buckets']['get']>,
  key: string,
  { name, content }: NamedFile,
  properties: Properties,
): Promise<void> {
  const details = detailsOf(name, properties);
  const current = s3.objects.get(bucket.name, key);
  const sameContent = current?.etag === `"${s3.files.md5(content).toString('hex')}"`;
  const sameDetails =
    JSON.stringify([current?.details.headers, current?.details.metadata]) ===
    JSON.stringify([details.headers, details.metadata]);
  if (sameContent && sameDetails) return;
  await storeBody(s3, {
    bucket,
    key,
    body: content,
    headers: {},
    details,
    eventName: 's3:ObjectCreated:Put',
    source: SOURCE,
  });
}

function detailsOf(name: string, { UserMetadata = {}, SystemMetadata = {} }: Properties): ObjectDetails {
  const system = Object.entries(SystemMetadata).map(([header, value]) => [header.toLowerCase(), value]);
  const metadata = Object.entries(UserMetadata).map(([header, value]) => [
    header.toLowerCase().replace(/^x-amz-meta-/, ''),
    value,
  ]);
  return {
    ...NO_DETAILS,
    headers: {
      'content-type': contentTypeOf(name),
      ...(Object.fromEntries(system) as Record<string, string>),
    },
    metadata: Object.fromEntries(metadata) as Record<string, string>,
  };
}

/** A slash at the end, as `s3://bucket/prefix` is a folder to the CLI. */
function keyPrefix({ DestinationBucketKeyPrefix: prefix = '' }: Properties): string {
  const bare = prefix.replace(/^\/+|\/+$/g, '');
  return bare === '' ? '' : `${bare}/`;
}

/** CDK passes all excludes first, then all includes; of the CLI's filters the last that fits counts. */
function isIncluded(name: string, { Include = [], Exclude = [] }: Properties): boolean {
  const fits = (patterns: readonly string[]): boolean =>
    patterns.some((one) => wildcardToRegExp(one).test(name));
  return fits(Include) || !fits(Exclude);
}
