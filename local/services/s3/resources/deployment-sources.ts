import { readFileSync, statSync } from 'node:fs';
import { LocalCloudError } from '../../../core/errors.ts';
import { unzip } from '../../../core/unzip.ts';
import { assetBucketName, assetFile } from '../assets/asset-bucket.ts';
import { filesBelow, type NamedFile } from '../assets/folder.ts';
import type { S3 } from '../s3.ts';

export interface SourceProperties {
  readonly SourceBucketNames: readonly string[];
  readonly SourceObjectKeys: readonly string[];
  /** For each source: placeholders in its files, and what the template says in their place. */
  readonly SourceMarkers?: readonly Readonly<Record<string, unknown>>[];
  readonly SourceMarkersConfig?: readonly { readonly jsonEscape?: boolean | string }[];
  /** False: the archive itself is what is deployed. */
  readonly Extract?: boolean | string;
}

/** The files of all sources; of two with one name the later counts. Throws LocalCloudError AssetNotFound. */
export async function readSources(s3: S3, properties: SourceProperties): Promise<NamedFile[]> {
  const files = new Map<string, NamedFile>();
  for (const [index, key] of properties.SourceObjectKeys.entries()) {
    const bucket = properties.SourceBucketNames[index] ?? '';
    const markers = properties.SourceMarkers?.[index] ?? {};
    const escape = String(properties.SourceMarkersConfig?.[index]?.jsonEscape) === 'true';
    for (const file of await readSource(s3, bucket, key, String(properties.Extract ?? true) === 'true')) {
      files.set(file.name, { name: file.name, content: withMarkers(file.content, markers, escape) });
    }
  }
  return [...files.values()];
}

async function readSource(s3: S3, bucketName: string, key: string, extract: boolean): Promise<NamedFile[]> {
  const path = bucketName === assetBucketName(s3) ? assetFile(s3, key) : undefined;
  if (path !== undefined && extract) {
    return statSync(path).isDirectory() ? filesBelow(path) : unzip(readFileSync(path));
  }
  if (path !== undefined && statSync(path).isFile()) return [{ name: key, content: readFileSync(path) }];
  const version = s3.objects.get(bucketName, key);
  if (!version?.file) {
    throw new LocalCloudError(
      'AssetNotFound',
      `The source s3://${bucketName}/${key} of a bucket deployment is neither in the assembly nor in a bucket.`,
      'Synthesize again.',
    );
  }
  const content = await s3.files.read(version.file, 0, version.size);
  return extract ? unzip(content) : [{ name: key, content }];
}

function withMarkers(content: Buffer, markers: Readonly<Record<string, unknown>>, escape: boolean): Buffer {
  let text = content;
  for (const [marker, value] of Object.entries(markers)) {
    if (!text.includes(marker)) continue;
    const replacement = escape ? JSON.stringify(String(value)).slice(1, -1) : String(value);
    text = Buffer.from(text.toString('utf8').replaceAll(marker, () => replacement));
  }
  return text;
}
