import { dirname, join } from 'node:path';
import { synthCached, type CachedSynth } from '../../local/assembly/synth/synth-cache.ts';
import { localFolder, root } from './paths.ts';

export type BackendType = 'sandbox' | 'branch';

/**
 * The assembly of this project's backend, from the cache when nothing that it is made of changed.
 * @param options `entry`: a module that makes the backend and looks at it, in place of the backend's own
 */
export function synthesize(
  type: BackendType,
  { entry = 'amplify/backend.ts' }: { entry?: string } = {},
): Promise<CachedSynth> {
  return synthCached({
    projectFolder: root,
    entry,
    tsconfig: 'amplify/tsconfig.json',
    type,
    namespace: 'cruddur',
    name: type === 'branch' ? 'main' : 'local',
    cacheFolder: join(localFolder, 'synth'),
    inputs: [dirname(entry), 'amplify', 'functions', 'sql', 'shared', 'package-lock.json'],
  });
}
