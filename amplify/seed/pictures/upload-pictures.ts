import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ulid } from '../../../functions/shared/images/ulid.ts';
import { uploadKey } from '../../../functions/shared/images/upload-key.ts';
import type { ImageKind } from '../../../shared/images.ts';
import type { ClientOptions, Execute } from '../seed-demo.ts';
import type { Wanted } from './wanted.ts';

const sql = (path: string): string => readFileSync(new URL(`../../../sql/${path}`, import.meta.url), 'utf8');
const MISSING = sql('seed/demo_pictures.sql');
const BEGIN = sql('queries/begin_image_upload.sql');

/**
 * Uploads a drawn avatar and cover for each of these people who never had one. They appear a moment later, when
 * `functions/process-image` has worked on them, as everybody's do; nobody waits for that here.
 * @param people their ids by handle
 */
export async function uploadPictures(
  people: ReadonlyMap<string, string>,
  bucket: string,
  execute: Execute,
  options: ClientOptions,
): Promise<void> {
  const wanted: Wanted[] = [];
  for (const [handle, id] of people) {
    const missing = JSON.parse((await execute(MISSING, { id })) ?? '[]') as ImageKind[];
    wanted.push(...missing.map((kind) => ({ handle, kind })));
  }
  if (wanted.length === 0) return;
  const files = await draw(wanted);
  const s3 = new S3Client({ ...options, forcePathStyle: 'endpoint' in options });
  for (const [index, { handle, kind }] of wanted.entries()) {
    const upload = { id: ulid(), ownerId: people.get(handle)!, kind };
    await execute(BEGIN, { id: upload.id, profile_id: upload.ownerId, kind });
    await s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: uploadKey(upload),
        ContentType: 'image/png',
        Body: files[index],
      }),
    );
  }
  s3.destroy();
}

async function draw(wanted: readonly Wanted[]): Promise<Buffer[]> {
  const program = join(import.meta.dirname, 'draw.ts');
  const args = ['--disable-warning=ExperimentalWarning', program, JSON.stringify(wanted)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 50_000_000 });
  return (JSON.parse(stdout) as string[]).map((file) => Buffer.from(file, 'base64'));
}
