import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyResource } from '../../core/testing.ts';
import { startTestCloud, type TestCloud } from '../s3/tests/harness.ts';

let cloud: TestCloud;
let base: string;
const Bucket = 'origin';
beforeAll(async () => {
  cloud = await startTestCloud();
  const make = (type: string, id: string, properties: object) =>
    applyResource(cloud.cloudfront, `AWS::CloudFront::${type}`, id, properties as never);
  const bucket = await applyResource(cloud.s3, 'AWS::S3::Bucket', 'B', { BucketName: Bucket });
  const oac = await make('OriginAccessControl', 'Oac', {
    OriginAccessControlConfig: { OriginAccessControlOriginType: 's3', SigningBehavior: 'always' },
  });
  const headers = await make('ResponseHeadersPolicy', 'Headers', {
    ResponseHeadersPolicyConfig: {
      CorsConfig: {
        AccessControlAllowOrigins: { Items: ['http://localhost:1234'] },
        AccessControlAllowHeaders: { Items: ['*'] },
        AccessControlAllowMethods: { Items: ['GET'] },
        AccessControlAllowCredentials: false,
        OriginOverride: true,
      },
      SecurityHeadersConfig: {
        ContentTypeOptions: { Override: true },
        StrictTransportSecurity: { AccessControlMaxAgeSec: '60', IncludeSubdomains: true, Override: true },
      },
      CustomHeadersConfig: {
        Items: [{ Header: 'Cache-Control', Value: 'max-age=31536000', Override: false }],
      },
      RemoveHeadersConfig: { Items: [{ Header: 'x-amz-meta-hidden' }] },
    },
  });
  const rewrite = await make('Function', 'Rewrite', {
    Name: 'rewrite',
    FunctionCode: `async function handler(event) {
      var request = event.request;
      if (request.uri === '/fn/away') return { statusCode: 302, headers: { location: { value: '/x' } } };
      if (request.uri === '/fn/loop') while (true) {}
      request.uri = request.uri.replace('/fn/', '/img/');
      return request;
    }`,
    FunctionConfig: { Runtime: 'cloudfront-js-2.0' },
  });
  const behavior = { TargetOriginId: 'o', CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6' };
  const distribution = await make('Distribution', 'Dist', {
    DistributionConfig: {
      Enabled: true,
      DefaultRootObject: 'index.html',
      DefaultCacheBehavior: behavior,
      CacheBehaviors: [
        { ...behavior, PathPattern: 'img/*', ResponseHeadersPolicyId: headers.ref },
        {
          ...behavior,
          PathPattern: '/fn/*',
          FunctionAssociations: [
            { EventType: 'viewer-request', FunctionARN: rewrite.attributes['FunctionARN'] },
          ],
        },
      ],
      Origins: [
        {
          Id: 'o',
          DomainName: bucket.attributes['RegionalDomainName'],
          OriginAccessControlId: oac.attributes['Id'],
          S3OriginConfig: { OriginAccessIdentity: '' },
        },
      ],
      CustomErrorResponses: [{ ErrorCode: 404, ResponseCode: 200, ResponsePagePath: '/index.html' }],
    },
  });
  await applyResource(cloud.s3, 'AWS::S3::BucketPolicy', 'Policy', {
    Bucket,
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'cloudfront.amazonaws.com' },
          Action: 's3:GetObject',
          Resource: `arn:aws:s3:::${Bucket}/*`,
          Condition: {
            StringEquals: {
              'AWS:SourceArn': `arn:aws:cloudfront::000000000000:distribution/${distribution.ref}`,
            },
          },
        },
      ],
    },
  });
  const put = (Key: string, Body: string, more: object = {}) =>
    cloud.client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
  await put('index.html', '<h1>', { ContentType: 'text/html' });
  await put('img/ä 1.png', '0123456789', { ContentType: 'image/png', Metadata: { hidden: '1', shown: '2' } });
  await put('img/cached.png', 'x', { CacheControl: 'no-store' });
  base = `http://${distribution.attributes['DomainName'] as string}`;
});
afterAll(() => cloud[Symbol.asyncDispose]());

const get = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(`${base}${path}`, { redirect: 'manual', ...init });
  return {
    status: response.status,
    text: await response.text(),
    headers: Object.fromEntries(response.headers),
  };
};

describe('a distribution before a private bucket', () => {
  test('serves by its own address what the bucket gives to it alone', async () => {
    expect(base).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/cloudfront\/E[A-Z0-9]{13}$/);
    expect((await fetch(`${cloud.baseUrl}/s3/${Bucket}/index.html`)).status).toBe(403);
    const page = await get('/index.html');
    expect(page).toMatchObject({ status: 200, text: '<h1>' });
    expect(page.headers).toMatchObject({ 'content-type': 'text/html', 'x-cache': 'Miss from cloudfront' });
    expect((await get('/')).text).toBe('<h1>');
    expect((await get('')).text).toBe('<h1>');
  });

  test('refuses what the bucket’s policy refuses, in S3’s XML', async () => {
    const missing = await get('/none');
    expect(missing).toMatchObject({ status: 403 });
    expect(missing.text).toContain('<Code>AccessDenied</Code>');
    expect(missing.headers['x-cache']).toBe('Error from cloudfront');
    expect((await get('/index.html', { method: 'POST', body: 'x' })).status).toBe(403);
    expect((await fetch(`${cloud.baseUrl}/cloudfront/ENOBODY/x`)).status).toBe(404);
  });

  test('answers ranges, HEAD and conditions', async () => {
    const path = '/img/%C3%A4%201.png';
    const range = await get(path, { headers: { range: 'bytes=2-4' } });
    expect(range).toMatchObject({ status: 206, text: '234' });
    expect(range.headers['content-range']).toBe('bytes 2-4/10');
    const head = await get(path, { method: 'HEAD' });
    expect(head).toMatchObject({ status: 200, text: '' });
    expect(head.headers['content-length']).toBe('10');
    const etag = head.headers['etag'] ?? '';
    expect(await get(path, { headers: { 'if-none-match': etag } })).toMatchObject({ status: 304, text: '' });
    expect((await get(path, { headers: { range: 'bytes=99-' } })).status).toBe(416);
  });

  test('sets the headers of its policy', async () => {
    const { headers } = await get('/img/%C3%A4%201.png', { headers: { origin: 'http://localhost:1234' } });
    expect(headers).toMatchObject({
      'cache-control': 'max-age=31536000',
      'x-content-type-options': 'nosniff',
      'strict-transport-security': 'max-age=60; includeSubDomains',
      'access-control-allow-origin': 'http://localhost:1234',
      'x-amz-meta-shown': '2',
    });
    expect(headers).not.toHaveProperty('x-amz-meta-hidden');
    expect((await get('/img/cached.png')).headers['cache-control']).toBe('no-store');
    const other = await get('/img/cached.png', { headers: { origin: 'http://localhost:9' } });
    expect(other.headers).not.toHaveProperty('access-control-allow-origin');
  });

  test('runs functions', async () => {
    expect((await get('/fn/cached.png')).text).toBe('x');
    const away = await get('/fn/away');
    expect([away.status, away.headers['location']]).toEqual([302, '/x']);
    expect((await get('/fn/loop')).status).toBe(500);
  });

  test('shows a page instead of an error', async () => {
    await applyResource(cloud.s3, 'AWS::S3::BucketPolicy', 'Policy', {
      Bucket,
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'cloudfront.amazonaws.com' },
            Action: ['s3:GetObject', 's3:ListBucket'],
            Resource: [`arn:aws:s3:::${Bucket}`, `arn:aws:s3:::${Bucket}/*`],
          },
        ],
      },
    });
    expect(await get('/some/route')).toMatchObject({ status: 200, text: '<h1>' });
  });

  test.each([
    [{ Origins: [{ Id: 'o', DomainName: 'example.com', CustomOriginConfig: {} }] }, /origins other than S3/],
    [{ Restrictions: { GeoRestriction: { RestrictionType: 'whitelist' } } }, /geo restrictions/],
  ])('names what is not covered: %o', async (more, message) => {
    const DistributionConfig = { DefaultCacheBehavior: { TargetOriginId: 'o' }, Origins: [], ...more };
    await expect(
      applyResource(cloud.cloudfront, 'AWS::CloudFront::Distribution', 'Other', { DistributionConfig }),
    ).rejects.toThrow(message);
  });
});
