import type { CloudContext } from '../../core/context.ts';
import { AwsError } from '../../core/errors.ts';
import type { Principal } from '../../core/principal.ts';
import type { HttpResponse } from '../../core/service.ts';
import { headersOfOutput, renderS3Error } from '../s3/index.ts';
import type { Distribution, Origin } from './distribution.ts';

export interface OriginRequest {
  readonly method: string;
  /** As the viewer sent it, or as a function changed it. */
  readonly uri: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly requestId: string;
}

const PASSED: Readonly<Record<string, string>> = {
  range: 'Range',
  'if-match': 'IfMatch',
  'if-none-match': 'IfNoneMatch',
  'if-modified-since': 'IfModifiedSince',
  'if-unmodified-since': 'IfUnmodifiedSince',
};

/**
 * Fetches from a bucket: with an origin access control as CloudFront itself, which the bucket's policy must let in for
 * this distribution; without one as anybody.
 */
export async function fetchFromS3(
  cloud: CloudContext,
  distribution: Distribution,
  origin: Origin,
  request: OriginRequest,
): Promise<HttpResponse> {
  const principal: Principal =
    origin.OriginAccessControlId === undefined
      ? { kind: 'anonymous' }
      : { kind: 'service', service: 'cloudfront.amazonaws.com', sourceArn: distribution.arn };
  try {
    const input: Record<string, unknown> = {
      Bucket: bucketOf(origin.DomainName),
      Key: decode(`${origin.OriginPath ?? ''}${request.uri}`.replace(/^\//, '')),
    };
    for (const [header, member] of Object.entries(PASSED)) {
      if (request.headers[header] !== undefined) input[member] = request.headers[header];
    }
    const name =
      input['Key'] === '' ? 'ListObjectsV2' : request.method === 'HEAD' ? 'HeadObject' : 'GetObject';
    const output = await cloud.call<Record<string, unknown>>(principal, 's3', name, input);
    const headers = headersOfOutput(output);
    return {
      status: headers['content-range'] ? 206 : 200,
      headers,
      body: output['Body'] as Buffer | undefined,
    };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    if (error.statusCode === 304) return { status: 304, headers: headersOfOutput(error.extra) };
    return renderS3Error(error, request.requestId);
  }
}

/** The bucket of `<bucket>.s3.<region>.amazonaws.com`, or of the local form `<host>/s3/<bucket>`; undefined for others. */
export function bucketOf(domainName: string): string | undefined {
  return (
    /^[^/]+\/s3\/([^/]+)$/.exec(domainName)?.[1] ??
    /^(.+?)\.s3(?:[.-][a-z0-9-]+)?\.amazonaws\.com$/.exec(domainName)?.[1]
  );
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new AwsError('InvalidURI', "Couldn't parse the specified URI.", { statusCode: 400 });
  }
}
