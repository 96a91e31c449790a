import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMigrations } from './read-migrations.ts';

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('readMigrations', () => {
  it('reads the project’s own migrations, each with at least one statement', () => {
    const migrations = readMigrations(join(import.meta.dirname, '../../sql/migrations'));
    expect(migrations.length).toBeGreaterThan(0);
    for (const { name, statements } of migrations) expect(statements.length, name).toBeGreaterThan(0);
  });

  it('gives the same checksum on machines with other line ends', () => {
    const [unix] = readMigrations(folderOf({ '0001_a.sql': 'select 1;\nselect 2;\n' }));
    const [windows] = readMigrations(folderOf({ '0001_a.sql': 'select 1;\r\nselect 2;\r\n' }));
    expect(unix!.checksum).toBe(windows!.checksum);
  });

  it.each([
    ['a name without a number', { 'a.sql': '' }, "a migration's name reads"],
    ['a gap', { '0001_a.sql': 'select 1', '0003_b.sql': 'select 1' }, 'expected number 0002'],
    ['a number taken twice', { '0001_a.sql': 'select 1', '0001_b.sql': 'select 1' }, 'expected number 0002'],
  ])('refuses %s', (_what, files, message) => {
    expect(() => readMigrations(folderOf(files))).toThrow(message);
  });
});
