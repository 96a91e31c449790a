import { join } from 'node:path';

/** The repository's root. */
export const root = join(import.meta.dirname, '../..');
/** What the local cloud keeps; nothing in it is committed. Benchmarks bring a folder of their own. */
export const localFolder = process.env['LOCAL_FOLDER'] ?? join(root, '.local');
export const stateFolder = join(localFolder, 'state');
/** vite.config.ts reads the same variable. */
export const outputsFile = process.env['AMPLIFY_OUTPUTS'] ?? join(root, 'amplify_outputs.json');
