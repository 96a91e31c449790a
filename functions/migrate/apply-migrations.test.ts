import { describe, expect, it } from 'vitest';
import { applyMigrations, type MigrationTransaction } from './apply-migrations.ts';
import type { Migration } from './read-migrations.ts';

/** Keeps what was committed; a statement that contains `fail` fails. */
function fakeDatabase() {
  const committed: string[] = [];
  const checksums = new Map<string, string>();
  const begin = async (): Promise<MigrationTransaction> => {
    const statements: string[] = [];
    const added: [string, string][] = [];
    return {
      async execute(sql, values = {}) {
        if (sql.includes('fail')) throw new Error('syntax error');
        if (sql.startsWith('select checksum')) {
          const checksum = checksums.get(values['name']!);
          return checksum === undefined ? [] : [{ checksum }];
        }
        if (sql.startsWith('insert into schema_migrations'))
          added.push([values['name']!, values['checksum']!]);
        else if (!sql.includes('advisory') && !sql.includes('schema_migrations')) statements.push(sql);
        return [];
      },
      async commit() {
        committed.push(...statements);
        for (const [name, checksum] of added) checksums.set(name, checksum);
      },
      async rollback() {},
    };
  };
  return { begin, committed, checksums };
}

const first: Migration = { name: '0001_a', checksum: 'a', statements: ['create a', 'create b'] };
const second: Migration = { name: '0002_b', checksum: 'b', statements: ['create c'] };

describe('applyMigrations', () => {
  it('applies what is new, in order, and nothing twice', async () => {
    const database = fakeDatabase();
    expect(await applyMigrations([first], database.begin)).toEqual(['0001_a']);
    expect(await applyMigrations([first, second], database.begin)).toEqual(['0002_b']);
    expect(database.committed).toEqual(['create a', 'create b', 'create c']);
  });

  it('leaves nothing of a migration that fails in the middle, and names the statement', async () => {
    const database = fakeDatabase();
    const broken = { ...second, statements: ['create c', 'fail', 'create d'] };
    await expect(applyMigrations([first, broken], database.begin)).rejects.toThrow(
      '0002_b, statement 2: syntax error',
    );
    expect(database.committed).toEqual(['create a', 'create b']);
    expect([...database.checksums.keys()]).toEqual(['0001_a']);
  });

  it('refuses a migration that was changed after it had been applied', async () => {
    const database = fakeDatabase();
    await applyMigrations([first], database.begin);
    await expect(applyMigrations([{ ...first, checksum: 'x' }], database.begin)).rejects.toThrow(
      '0001_a was changed after it had been applied. Put its text back and add a new migration.',
    );
  });
});
