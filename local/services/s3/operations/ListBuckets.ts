import { authorizeAccount } from '../access.ts';
import { invalidArgument } from '../errors.ts';
import { xmlDocument, type XmlChildren } from '../http/xml.ts';
import { xmlResponse, type S3Operation } from '../operation.ts';
import { owner } from './listing.ts';

const MOST = 10_000;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html */
export const listBuckets: S3Operation = (s3, request) => {
  authorizeAccount(s3, request, 's3:ListAllMyBuckets');
  const prefix = request.query.get('prefix') ?? '';
  const after = request.query.get('continuation-token') ?? '';
  const limit = Number(request.query.get('max-buckets') ?? MOST);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) {
    throw invalidArgument(
      'Argument max-buckets must be an integer between 1 and 10000',
      'max-buckets',
      request.query.get('max-buckets'),
    );
  }
  const found = s3.buckets.list().filter(({ name }) => name.startsWith(prefix) && name > after);
  const page = found.slice(0, limit);
  const buckets = page.map(({ name, createdAt, arn }): readonly [string, XmlChildren] => [
    'Bucket',
    [
      ['Name', name],
      ['CreationDate', new Date(createdAt).toISOString()],
      ['BucketRegion', s3.cloud.region],
      ['BucketArn', arn],
    ],
  ]);
  return xmlResponse(
    xmlDocument('ListAllMyBucketsResult', [
      ['Owner', owner(s3)],
      ['Buckets', buckets],
      ['ContinuationToken', found.length > page.length ? page.at(-1)?.name : undefined],
      ['Prefix', prefix || undefined],
    ]),
  );
};
