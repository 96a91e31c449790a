import { Duration, Stack } from 'aws-cdk-lib';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HeadersFrameOption,
  HttpVersion,
  PriceClass,
  ResponseHeadersPolicy,
  S3OriginAccessControl,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';

/** The folder of the bucket that everybody may see; it is not part of the addresses. */
const FOLDER = 'public';

/**
 * Shows what is below `public/` in the bucket to everybody, from close to them, for the year that each file says. In the
 * bucket's stack: each needs the other.
 */
export function createDelivery(bucket: Bucket): Distribution {
  const scope = Stack.of(bucket);
  const accessControl = new S3OriginAccessControl(scope, 'DeliveryAccess');
  const distribution = new Distribution(scope, 'Delivery', {
    comment: 'Avatars and covers',
    defaultBehavior: {
      // `withOriginAccessControl` would open the whole bucket to CloudFront.
      origin: S3BucketOrigin.withBucketDefaults(bucket, {
        originPath: `/${FOLDER}`,
        originAccessControlId: accessControl.originAccessControlId,
      }),
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: securityHeaders(scope),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      // The files are compressed pictures.
      compress: false,
    },
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass.PRICE_CLASS_100,
  });
  bucket.addToResourcePolicy(
    new PolicyStatement({
      effect: Effect.ALLOW,
      principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
      actions: ['s3:GetObject'],
      resources: [bucket.arnForObjects(`${FOLDER}/*`)],
      conditions: { StringEquals: { 'AWS:SourceArn': distribution.distributionArn } },
    }),
  );
  return distribution;
}

function securityHeaders(scope: Stack): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, 'DeliveryHeaders', {
    comment: 'Pictures: what they are and nothing else, on any page of ours',
    securityHeadersBehavior: {
      contentTypeOptions: { override: true },
      contentSecurityPolicy: { contentSecurityPolicy: "default-src 'none'; sandbox", override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(365),
        includeSubdomains: true,
        override: true,
      },
    },
    customHeadersBehavior: {
      customHeaders: [{ header: 'Cross-Origin-Resource-Policy', value: 'cross-origin', override: true }],
    },
  });
}
