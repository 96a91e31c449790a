import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A statement that ends nowhere, behind one that is fine. */
export const BROKEN_MIGRATION =
  'alter table profiles add column half_done text;\nalter table profiles add colum rehearsed text;\n';
export const MENDED_MIGRATION = 'alter table profiles add column half_done text;\n';

/** A change to the schema of the API, and a column: what a release usually brings. */
export function changeBackend(project: string): void {
  addMigration(project, 'rehearsal', 'alter table profiles add column rehearsed text;\n');
  const models = join(project, 'amplify/data/models/rehearsal.ts');
  writeFileSync(
    models,
    "import { a } from '@aws-amplify/backend';\n\n" +
      'export const rehearsalModels = { Rehearsal: a.customType({ note: a.string() }) };\n',
  );
  const file = join(project, 'amplify/data/resource.ts');
  const text = readFileSync(file, 'utf8');
  const changed = text.replace('a.schema({', 'a.schema({\n  ...rehearsalModels,');
  if (changed === text)
    throw new Error('amplify/data/resource.ts has no `a.schema({`: mend scripts/rehearse/next-push.ts.');
  writeFileSync(file, `import { rehearsalModels } from './models/rehearsal.ts';\n${changed}`);
}

/** Adds the next migration. Returns its file's name. */
export function addMigration(project: string, name: string, sql: string): string {
  const folder = join(project, 'sql/migrations');
  const last = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .at(-1);
  const number = Number(last?.slice(0, 4) ?? 0) + 1;
  const file = `${String(number).padStart(4, '0')}_${name}.sql`;
  writeFileSync(join(folder, file), sql);
  return file;
}

/** Puts another text in the place of a migration that never was applied. */
export function replaceMigration(project: string, file: string, sql: string): void {
  rmSync(join(project, 'sql/migrations', file));
  writeFileSync(join(project, 'sql/migrations', file), sql);
}
