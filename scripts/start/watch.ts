import { watch } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.ts';

const FOLDERS = ['amplify', 'functions', 'sql', 'shared'];
const QUIET_MS = 200;

/**
 * Calls `onChange` some time after files of the backend changed, once for a burst, and never twice at a time.
 * Returns a function that stops it.
 */
export function watchBackend(onChange: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const watchers = FOLDERS.map((folder) =>
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        running = running.then(onChange);
      }, QUIET_MS);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
