import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { root } from '../../scripts/lib/paths.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import { brokenQueries, refusesOldRows } from '../support/release/broken-queries.ts';
import { previousRelease } from '../support/release/previous-release.ts';
import { createSql, type RunSql } from '../support/sql.ts';

// During a deployment, and after one whose frontend failed, the release before works on the new schema.

const release = previousRelease();
if ('why' in release) console.warn(`Expand/contract is not checked: ${release.why}.`);
const folder = join(root, 'sql/migrations');
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

let test: TestCloud;
let sql: RunSql;
beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  sql = await createSql(test.cloud);
});
afterAll(() => test[Symbol.asyncDispose]());

describe.skipIf('why' in release)('the release before', () => {
  if ('why' in release) return;

  it('finds all that its queries use', async () => {
    expect(release.queries.size).toBeGreaterThan(0);
    expect(await brokenQueries(sql, release.queries), `queries of ${release.ref}`).toEqual({});
  });

  it('can write rows that new migrations accept', () => {
    const added = readdirSync(folder).filter((file) => !release.migrations.has(file));
    const refused = added.map((file) => [file, refusesOldRows(read(file))] as const);
    expect(refused.filter(([, statements]) => statements.length > 0)).toEqual([]);
  });

  // A changed one is refused when it is applied, by its checksum (functions/migrate).
  it('keeps its migrations: none is taken away', () => {
    const here = new Set(readdirSync(folder));
    expect([...release.migrations].filter((file) => !here.has(file))).toEqual([]);
  });
});

describe('the check itself', () => {
  const own = new Map(
    readdirSync(join(root, 'sql/queries'))
      .filter((file) => file.endsWith('.sql'))
      .map((file) => [file, readFileSync(join(root, 'sql/queries', file), 'utf8')]),
  );

  it('finds nothing to say of this release’s own queries', async () => {
    expect(await brokenQueries(sql, own)).toEqual({});
  });

  it('finds a column that was renamed, and a function that was dropped', async () => {
    await sql('alter table profiles rename column display_name to shown_name');
    const renamed = await brokenQueries(sql, own);
    await sql('alter table profiles rename column shown_name to display_name');
    expect(Object.keys(renamed)).toContain('update_profile.sql');
    expect(renamed['update_profile.sql']).toContain('display_name');
    const gone = new Map([['x.sql', 'select no_such_function(:id)']]);
    expect((await brokenQueries(sql, gone))['x.sql']).toContain('no_such_function');
  });

  it.each([
    ['alter table t add column c text not null;', ['add column c text not null']],
    ["alter table t add column c text not null default '';", []],
    ['alter table t alter column c set not null;', ['alter column c set not null']],
    ['-- contract: the release before writes it\nalter table t alter column c set not null;', []],
  ])('judges %s', (text, found) => expect(refusesOldRows(text)).toEqual(found));
});
