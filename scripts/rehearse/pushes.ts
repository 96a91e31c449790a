import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBackend, type Backend } from './backend.ts';
import { runInClone, runPhase, type Build } from './build.ts';
import type { BuildPhase } from './build-spec.ts';
import {
  addMigration,
  BROKEN_MIGRATION,
  changeBackend,
  MENDED_MIGRATION,
  replaceMigration,
} from './next-push.ts';

const counts = async (backend: Backend): Promise<string> =>
  JSON.stringify(
    await backend.query(
      'select (select count(*) from profiles) people, (select count(*) from activities) cruds',
    ),
  );
const columns = async (backend: Backend): Promise<string[]> =>
  (
    await backend.query("select column_name from information_schema.columns where table_name = 'profiles'")
  ).map((row) => String(row['column_name']));

/**
 * The pushes that come after the first: one with another schema and a migration, which updates in place; one whose
 * migration has an error in the middle, which leaves everything as it was; and the one that mends it.
 */
export async function rehearseNextPushes(build: Build, deploy: BuildPhase): Promise<void> {
  const { steps, clone, cloud } = build;
  const backend = await findBackend(cloud);
  const before = await counts(backend);

  changeBackend(clone.folder);
  await runPhase(build, { ...deploy, name: 'second push' });
  await steps.run('second push: updated in place, the data kept', async () => {
    const outputs = readFileSync(join(clone.folder, 'amplify_outputs.json'), 'utf8');
    expect(outputs.includes('"Rehearsal"'), 'amplify_outputs.json does not know the new type');
    expect((await columns(backend)).includes('rehearsed'), 'the migration was not applied');
    expect((await counts(backend)) === before, `the data changed: ${before} became ${await counts(backend)}`);
    return before;
  });

  const file = addMigration(clone.folder, 'broken', BROKEN_MIGRATION);
  await steps.run('a push with an error in the middle of its migration fails and says where', async () => {
    const { code, output } = await runInClone(build, deploy.commands.join(' && '));
    expect(code !== 0, 'it succeeded');
    const words = `${file.replace('.sql', '')}, statement 2`;
    expect(output.includes(words), `ampx did not say «${words}»:\n${output.slice(-2000)}`);
    return output
      .split('\n')
      .find((line) => line.includes(words))
      ?.trim()
      .slice(0, 300);
  });
  await steps.run('… everything is as it was', async () => {
    const { status } = await backend.stack();
    expect(status === 'UPDATE_ROLLBACK_COMPLETE', `the stack's status is ${status}`);
    expect(!(await columns(backend)).includes('half_done'), 'half of the migration was kept');
    expect((await counts(backend)) === before, 'the data changed');
    return status;
  });
  replaceMigration(clone.folder, file, MENDED_MIGRATION);
  await runPhase(build, { ...deploy, name: 'the push that mends it' });
  await steps.run('… it is applied', async () => {
    expect((await columns(backend)).includes('half_done'), 'the migration was not applied');
  });
}

function expect(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}
