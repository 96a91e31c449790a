import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudContext } from '../../../core/context.ts';
import { LocalCloudError, notCovered } from '../../../core/errors.ts';
import type { FunctionConfig } from '../functions.ts';
import { unzipInto } from './unzip-into.ts';

/**
 * The folder with a function's code: an asset of the assembly, unpacked if it is an archive, or its inline code.
 * Throws LocalCloudError for code that is not there or not covered.
 */
export function locateCode(cloud: CloudContext, { name, runtime, code }: FunctionConfig): string {
  if (code.ImageUri !== undefined) throw notCovered(`container images, which the function ${name} is`);
  if (!runtime?.startsWith('nodejs')) throw notCovered(`the runtime ${runtime} of the function ${name}`);
  if (code.ZipFile !== undefined) return inline(cloud, code.ZipFile);
  const hash =
    (code.S3Key ?? '')
      .split('/')
      .at(-1)
      ?.replace(/\.zip$/, '') ?? '';
  const folder = join(cloud.assemblyFolder(), `asset.${hash}`);
  if (existsSync(folder) && statSync(folder).isDirectory()) return folder;
  for (const archive of [`${folder}.zip`, folder, join(cloud.assemblyFolder(), `${hash}.zip`)]) {
    if (existsSync(archive)) return unpacked(cloud, archive, hash);
  }
  throw new LocalCloudError(
    'AssetNotFound',
    `The code of the function ${name} is not in the assembly: there is no asset.${hash}.`,
    'Synthesize again. Code from another bucket is not covered.',
  );
}

function inline(cloud: CloudContext, source: string): string {
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 32);
  return once(cloud, `inline.${hash}`, (folder) => writeFileSync(join(folder, 'index.js'), source));
}

function unpacked(cloud: CloudContext, archive: string, hash: string): string {
  return once(cloud, `asset.${hash}`, (folder) => unzipInto(folder, readFileSync(archive)));
}

/** Makes a folder aside and moves it into place, so that none is ever half made. */
function once(cloud: CloudContext, name: string, make: (folder: string) => void): string {
  const folder = join(cloud.stateFolder('lambda'), 'code', name);
  if (existsSync(folder)) return folder;
  const staging = `${folder}.new`;
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  make(staging);
  renameSync(staging, folder);
  return folder;
}
