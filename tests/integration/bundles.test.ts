import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { resourcesOf } from '../support/templates.ts';

const assemblies = [
  ['sandbox', inject('sandboxAssembly')],
  ['branch', inject('branchAssembly')],
] as const;
const root = join(import.meta.dirname, '../..');

/** ELF's machine, as its header says it: 0xB7 is AArch64. */
const machineOf = (file: Buffer): number => (file.readUInt32BE(0) === 0x7f454c46 ? file.readUInt16LE(18) : 0);

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe.each(assemblies)('the bundles of the %s assembly', (_type, assembly) => {
  const functions = resourcesOf(assembly).filter(({ Type }) => Type === 'AWS::Lambda::Function');
  const folderOf = (name: RegExp): string => {
    const found = functions.find(({ logicalId }) => name.test(logicalId))!;
    return join(assembly, `asset.${String(found.Properties['Code'].S3Key).replace(/\.zip$/, '')}`);
  };
  const folder = folderOf(/^processimage/);

  it('have sharp for the machine that Lambda runs it on', () => {
    const { Architectures } = functions.find(({ logicalId }) => /^processimage/.test(logicalId))!.Properties;
    expect(Architectures).toEqual(['arm64']);
    const binaries = filesUnder(join(folder, 'node_modules/@img')).filter((file) =>
      /\.(node|so)(\.|$)/.test(file),
    );
    expect(
      binaries.map((file) =>
        file
          .split('/')
          .at(-1)!
          .replace(/[\d.-]+(?=node|$)/, ''),
      ),
    ).toHaveLength(2);
    for (const file of binaries) expect(machineOf(readFileSync(file)), file).toBe(0xb7);
  });

  it('have everything that sharp asks for, in the versions of the lock file', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    const manifest = (name: string) =>
      JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'));
    const { dependencies } = manifest('sharp');
    const names = [
      'sharp',
      ...Object.keys(dependencies),
      '@img/sharp-linux-arm64',
      '@img/sharp-libvips-linux-arm64',
    ];
    for (const name of names) {
      expect(manifest(name).version, name).toBe(packages[`node_modules/${name}`].version);
    }
    // None of this machine's own: the bundle is the same whoever makes it.
    expect(readdirSync(join(folder, 'node_modules/@img')).toSorted()).toEqual([
      'colour',
      'sharp-libvips-linux-arm64',
      'sharp-linux-arm64',
    ]);
  });

  it('stay below what Lambda takes, and no other carries packages', () => {
    const size = filesUnder(folder).reduce((sum, file) => sum + readFileSync(file).length, 0);
    expect(size).toBeLessThan(40_000_000);
    // Ours are ES modules; Amplify brings some of its own.
    const carrying = readdirSync(assembly).filter((name) =>
      ['index.mjs', 'node_modules'].every((one) => existsSync(join(assembly, name, one))),
    );
    expect(carrying).toEqual([folder.split('/').at(-1)]);
  });
});

describe.each(assemblies)('the pictures of the %s assembly', (type, assembly) => {
  const resources = resourcesOf(assembly);
  const bucket = resources.find(
    ({ Type, Properties }) => Type === 'AWS::S3::Bucket' && Properties['LifecycleConfiguration'],
  )!;

  it('are in a bucket that is private, encrypted, forgets uploads, and goes with a sandbox alone', () => {
    expect(bucket.Properties).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      LifecycleConfiguration: {
        Rules: [
          { Prefix: 'incoming/', ExpirationInDays: 1, Status: 'Enabled' },
          { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }, Status: 'Enabled' },
        ],
      },
    });
    expect(bucket.Properties['VersioningConfiguration']).toBeUndefined();
    expect(bucket.DeletionPolicy).toBe(type === 'branch' ? 'Retain' : 'Delete');
  });

  it('are shown by CloudFront over HTTPS, which may read public/ of the bucket and nothing else', () => {
    const { DistributionConfig } = resources.find(
      ({ Type }) => Type === 'AWS::CloudFront::Distribution',
    )!.Properties;
    expect(DistributionConfig.DefaultCacheBehavior).toMatchObject({ ViewerProtocolPolicy: 'https-only' });
    expect(DistributionConfig.Origins).toEqual([
      expect.objectContaining({ OriginPath: '/public', OriginAccessControlId: expect.anything() }),
    ]);
    const statements: any[] = resources.find(
      ({ Type, logicalId }) => Type === 'AWS::S3::BucketPolicy' && /^ImagesPolicy/.test(logicalId),
    )!.Properties['PolicyDocument'].Statement;
    const toCloudFront = statements.filter(
      ({ Principal }) => Principal.Service === 'cloudfront.amazonaws.com',
    );
    expect(toCloudFront).toHaveLength(1);
    expect(toCloudFront[0].Action).toBe('s3:GetObject');
    expect(JSON.stringify(toCloudFront[0].Resource)).toMatch(/"\/public\/\*"/);
    expect(JSON.stringify(toCloudFront[0].Condition)).toContain('AWS:SourceArn');
    expect(
      statements.some(
        ({ Effect, Condition }) => Effect === 'Deny' && Condition?.Bool?.['aws:SecureTransport'] === 'false',
      ),
    ).toBe(true);
  });
});
