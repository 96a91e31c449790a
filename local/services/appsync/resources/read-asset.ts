import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CloudContext } from '../../../core/context.ts';
import { LocalCloudError } from '../../../core/errors.ts';

/**
 * The text behind a location in a template: a path, a `file:` URL, or the S3 address of a CDK asset
 * (`s3://cdk-…-assets-…/<hash>.<ext>` or its https form), whose file stands in the assembly as
 * `asset.<hash>.<ext>`. Throws LocalCloudError when there is no such file.
 */
export function readAsset(cloud: Pick<CloudContext, 'assemblyFolder'>, location: string): string {
  const path = pathOf(cloud, location);
  if (path === undefined || !existsSync(path)) {
    throw new LocalCloudError(
      'AssetNotFound',
      `There is no asset for ${location}.`,
      'Synthesize the assembly anew.',
    );
  }
  return readFileSync(path, 'utf8');
}

function pathOf(cloud: Pick<CloudContext, 'assemblyFolder'>, location: string): string | undefined {
  if (location.startsWith('file:')) return fileURLToPath(location);
  if (isAbsolute(location)) return location;
  const name = location.split(/[?#]/)[0]!.split('/').at(-1)!;
  return [`asset.${name}`, name]
    .map((file) => join(cloud.assemblyFolder(), file))
    .find((file) => existsSync(file));
}
