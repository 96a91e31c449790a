import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitStatements } from './split-statements.ts';

export interface Migration {
  /** The file's name without `.sql`, for example `0002_profiles`. */
  name: string;
  /** SHA-256 of the file's text, hexadecimal. */
  checksum: string;
  statements: readonly string[];
}

/**
 * The migrations of a folder in order. Throws when a name does not read `0001_words.sql` or a number is missing or
 * taken twice.
 */
export function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  return files.map((file, index) => {
    const number = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(file)?.[1];
    if (!number) throw new Error(`${file}: a migration's name reads 0001_what_it_does.sql.`);
    if (Number(number) !== index + 1) {
      throw new Error(`${file}: expected number ${String(index + 1).padStart(4, '0')} here.`);
    }
    // Line ends must not change a checksum between machines.
    const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
    return {
      name: file.slice(0, -'.sql'.length),
      checksum: createHash('sha256').update(text).digest('hex'),
      statements: splitStatements(text),
    };
  });
}
