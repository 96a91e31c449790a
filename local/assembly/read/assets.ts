import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface AssetManifest {
  readonly files?: Readonly<Record<string, { readonly source: { readonly path: string } }>>;
}

/** File or folder of each asset of a stack, by its hash, relative to the assembly. */
export function assetFiles(folder: string, stackId: string): ReadonlyMap<string, string> {
  const path = join(folder, `${stackId}.assets.json`);
  if (!existsSync(path)) return new Map();
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as AssetManifest;
  return new Map(Object.entries(manifest.files ?? {}).map(([hash, file]) => [hash, file.source.path]));
}

/**
 * Where an asset stands that a template means by its S3 key, for example `<hash>.zip` for the folder
 * `asset.<hash>`. Answers an absolute path, or undefined when the key is no asset's.
 */
export function assetPath(assemblyFolder: string, key: string): string | undefined {
  const hash = /([0-9a-f]{64})/.exec(key)?.[1];
  if (hash === undefined) return undefined;
  const extension = /\.[A-Za-z0-9]+$/.exec(key)?.[0] ?? '';
  const candidates = [`asset.${hash}`, `asset.${hash}${extension}`, key];
  return candidates.map((name) => join(assemblyFolder, name)).find((path) => existsSync(path));
}
