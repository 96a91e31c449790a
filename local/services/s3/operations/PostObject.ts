import type { HttpResponse } from '../../../core/service.ts';
import { authorize, openBucket } from '../access.ts';
import { invalidArgument } from '../errors.ts';
import { checkKey } from '../http/request.ts';
import { xmlDocument } from '../http/xml.ts';
import { checksumHeaders } from '../checksums/checksum.ts';
import { readDetails } from '../objects/request-details.ts';
import { ENCRYPTED, versionHeaders } from '../objects/response-headers.ts';
import { storeBody } from '../objects/store-body.ts';
import { requestTagContext } from '../objects/tagging.ts';
import type { S3Operation } from '../operation.ts';
import { parseForm, type PostForm } from '../post/multipart-form.ts';
import { checkPolicy } from '../post/policy.ts';
import { whoSigned } from '../post/signer.ts';

/**
 * An upload by a browser's form, under a signed policy that says what may be uploaded.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html
 */
export const postObject: S3Operation = async (s3, request) => {
  const bucket = openBucket(s3, request);
  const form = parseForm(request.headers['content-type'] ?? '', request.body);
  const key = form.fields.get('key');
  if (key === undefined || key === '') throw missing('key');
  checkKey(key);
  const principal = whoSigned(s3, form);
  const policy = form.fields.get('policy');
  if (policy !== undefined) checkPolicy(policy, form, bucket.name, s3.cloud.clock.now());
  const headers = { ...Object.fromEntries(form.fields), 'x-amz-tagging': form.fields.get('tagging') ?? '' };
  const details = readDetails(headers, bucket);
  const caller = { ...request, headers, principal };
  authorize(s3, caller, 's3:PutObject', bucket, key, requestTagContext(details.tags));
  const version = await storeBody(s3, {
    bucket,
    key,
    body: form.file,
    headers: withoutConditions(headers),
    details,
    eventName: 's3:ObjectCreated:Post',
    source: caller,
  });
  const location = `${s3.cloud.baseUrl}/s3/${bucket.name}/${encodeURIComponent(key)}`;
  return answer(
    form,
    { bucket: bucket.name, key, etag: version.etag, location },
    {
      etag: version.etag,
      location,
      ...ENCRYPTED,
      ...checksumHeaders(version.details.checksum),
      ...versionHeaders(bucket, version),
    },
  );
};

interface Posted {
  readonly bucket: string;
  readonly key: string;
  readonly etag: string;
  readonly location: string;
}

function answer(form: PostForm, posted: Posted, headers: Record<string, string>): HttpResponse {
  const redirect = form.fields.get('success_action_redirect') ?? form.fields.get('redirect');
  if (redirect !== undefined && URL.canParse(redirect)) {
    const url = new URL(redirect);
    for (const name of ['bucket', 'key', 'etag'] as const) url.searchParams.set(name, posted[name]);
    return { status: 303, headers: { ...headers, location: url.href } };
  }
  // Anything else than 200 and 201 means 204, as on AWS.
  const status = form.fields.get('success_action_status');
  if (status === '200') return { status: 200, headers };
  if (status !== '201') return { status: 204, headers };
  const body = xmlDocument(
    'PostResponse',
    [
      ['Location', posted.location],
      ['Bucket', posted.bucket],
      ['Key', posted.key],
      ['ETag', posted.etag],
    ],
    '',
  );
  return { status: 201, headers: { ...headers, 'content-type': 'application/xml' }, body };
}

/** A form's fields carry no conditions on what is there. */
function withoutConditions(headers: Readonly<Record<string, string>>): Record<string, string> {
  const { 'if-match': _match, 'if-none-match': _noneMatch, ...rest } = headers;
  return rest;
}

function missing(name: string): Error {
  return invalidArgument(
    `Bucket POST must contain a field named '${name}'.  If it is specified, please check the order of the fields.`,
    name,
    '',
  );
}
