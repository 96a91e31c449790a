import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudContext } from '../../../core/context.ts';
import { AwsError } from '../../../core/errors.ts';
import { NESTED_STACK, type Template } from '../../../assembly/read/template.ts';
import type { Tag } from './stack.ts';

const DEVELOPER = { kind: 'developer' } as const;
const HASH = /[0-9a-f]{64}/g;

export interface Sent {
  readonly stackName: string;
  readonly template: string;
  readonly tags: readonly Tag[];
  /** Where CDK uploaded the assets. */
  readonly bucket: string;
}

/**
 * Gathers what was uploaded for a template into a cloud assembly: the nested templates and every asset that any of them
 * names by its hash. Throws ValidationError for a nested template that is not in the bucket.
 */
export async function gather(cloud: CloudContext, sent: Sent, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files: Record<string, { source: { path: string } }> = {};
  const seen = new Set<string>();

  async function take(text: string): Promise<void> {
    const template = parse(text);
    for (const [logicalId, resource] of Object.entries(template.Resources)) {
      if (resource.Type !== NESTED_STACK) continue;
      const hash = JSON.stringify(resource.Properties?.['TemplateURL'] ?? '').match(HASH)?.[0];
      if (hash === undefined) throw invalid(`${logicalId} has no TemplateURL of an asset`);
      if (seen.has(hash)) continue;
      seen.add(hash);
      const nested = await read(cloud, sent.bucket, `${hash}.json`);
      if (!nested) throw invalid(`S3 error: The specified key does not exist. (${hash}.json)`);
      const path = fileName(resource.Metadata?.['aws:asset:path']) ?? `${hash}.nested.template.json`;
      writeFileSync(join(folder, path), nested);
      files[hash] = { source: { path } };
      await take(nested.toString('utf8'));
    }
    for (const [hash] of text.matchAll(HASH)) {
      if (seen.has(hash)) continue;
      seen.add(hash);
      for (const key of await keysOf(cloud, sent.bucket, hash)) {
        const content = await read(cloud, sent.bucket, key);
        if (content) writeFileSync(join(folder, `asset.${key}`), content);
      }
    }
  }

  await take(sent.template);
  const templateFile = 'root.template.json';
  writeFileSync(join(folder, templateFile), sent.template);
  writeFileSync(join(folder, `${sent.stackName}.assets.json`), JSON.stringify({ files }));
  const tags = Object.fromEntries(sent.tags.map(({ Key, Value }) => [Key, Value]));
  const properties = { templateFile, stackName: sent.stackName, tags };
  const artifacts = { [sent.stackName]: { type: 'aws:cloudformation:stack', properties } };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ artifacts }));
}

/** The template's text: sent along, or in a bucket. */
export async function templateText(
  cloud: CloudContext,
  { body, url }: { body: string | undefined; url: string | undefined },
): Promise<{ template: string; bucket: string }> {
  const usual = `cdk-hnb659fds-assets-${cloud.accountId}-${cloud.region}`;
  if (body !== undefined) return { template: body, bucket: usual };
  if (url === undefined) {
    throw new AwsError('ValidationError', 'Either Template URL or Template Body must be specified.');
  }
  const { host, pathname } = new URL(url);
  const virtual = /^(.+)\.s3[.-]/.exec(host)?.[1];
  const [bucket = '', ...key] = (virtual === undefined ? pathname : `/${virtual}${pathname}`)
    .slice(1)
    .split('/');
  const content = await read(cloud, bucket, key.join('/'));
  if (!content) throw invalid('S3 error: The specified key does not exist.');
  return { template: content.toString('utf8'), bucket };
}

function parse(text: string): Template {
  try {
    const template = JSON.parse(text) as Template;
    return { ...template, Resources: template.Resources ?? {} };
  } catch (cause) {
    throw new AwsError('ValidationError', 'Template format error: JSON not well-formed.', { cause });
  }
}

async function read(cloud: CloudContext, Bucket: string, Key: string): Promise<Buffer | undefined> {
  try {
    const { Body } = await cloud.call<{ Body: Buffer }>(DEVELOPER, 's3', 'GetObject', { Bucket, Key });
    return Body;
  } catch (error) {
    if (error instanceof AwsError && ['NoSuchKey', 'NoSuchBucket'].includes(error.code)) return undefined;
    throw error;
  }
}

async function keysOf(cloud: CloudContext, Bucket: string, Prefix: string): Promise<string[]> {
  const answer = await cloud.call<{ Contents?: { Key: string }[] }>(DEVELOPER, 's3', 'ListObjectsV2', {
    Bucket,
    Prefix,
  });
  return (answer.Contents ?? []).map(({ Key }) => Key).filter((key) => fileName(key) !== undefined);
}

/** A plain name of a file, nothing that leads out of the folder. */
function fileName(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w-][\w.-]*$/.test(value) ? value : undefined;
}

function invalid(what: string): AwsError {
  return new AwsError('ValidationError', what);
}
