import { join } from 'node:path';

/** The repository's root. */
export const root = join(import.meta.dirname, '../..');
/** What the local cloud keeps; nothing in it is committed. */
export const localFolder = join(root, '.local');
export const stateFolder = join(localFolder, 'state');
export const outputsFile = join(root, 'amplify_outputs.json');
