import { join } from 'node:path';
import { synthCached, type CachedSynth } from '../../local/assembly/synth/synth-cache.ts';
import { localFolder, root } from './paths.ts';

export type BackendType = 'sandbox' | 'branch';

/** The assembly of this project's backend, from the cache when nothing that it is made of changed. */
export function synthesize(type: BackendType): Promise<CachedSynth> {
  return synthCached({
    projectFolder: root,
    entry: 'amplify/backend.ts',
    tsconfig: 'amplify/tsconfig.json',
    type,
    namespace: 'cruddur',
    name: type === 'branch' ? 'main' : 'local',
    cacheFolder: join(localFolder, 'synth'),
    inputs: ['amplify', 'functions', 'sql', 'shared', 'package-lock.json'],
  });
}
