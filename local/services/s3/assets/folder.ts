import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface NamedFile {
  /** With slashes, relative to the folder. */
  readonly name: string;
  readonly content: Buffer;
}

/** All files of a folder, by name. */
export function filesBelow(folder: string): NamedFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      name: path.slice(folder.length + 1).replaceAll('\\', '/'),
      content: readFileSync(path),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
