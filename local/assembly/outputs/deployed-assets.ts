import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DeploymentState } from '../deploy/state-file.ts';
import { assetPath } from '../read/assets.ts';
import type { ObjectReader } from './client-config.ts';

/**
 * Reads what a `Custom::CDKBucketDeployment` of the stack would have copied into a bucket, straight from its asset.
 */
export function assetReader(state: DeploymentState, assemblyFolder: string): ObjectReader {
  return (bucket, key) => {
    for (const [, resource] of state.entries()) {
      const { DestinationBucketName, SourceObjectKeys } = resource.properties;
      if (resource.type !== 'Custom::CDKBucketDeployment' || DestinationBucketName !== bucket) continue;
      for (const source of SourceObjectKeys as readonly string[]) {
        const folder = assetPath(assemblyFolder, source);
        const file = folder === undefined ? undefined : join(folder, key);
        if (file !== undefined && statSync(file, { throwIfNoEntry: false })?.isFile()) {
          return Promise.resolve(readFileSync(file, 'utf8'));
        }
      }
    }
    return Promise.resolve(undefined);
  };
}
