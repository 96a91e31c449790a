import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { badZip, unzip } from '../../../core/unzip.ts';

/** Unpacks a zip archive. Throws LocalCloudError BadZip, also for paths that lead out of the folder. */
export function unzipInto(folder: string, archive: Buffer): void {
  for (const { name, mode, content } of unzip(archive)) {
    const path = join(folder, normalize(name));
    if (!path.startsWith(folder + sep)) throw badZip(`its entry ${name} leads out of the folder`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    if (mode !== 0) chmodSync(path, mode | 0o400);
  }
}
