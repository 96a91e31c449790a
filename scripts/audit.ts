import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { advisoriesOf, judge, type Exception } from './audit/judge.ts';
import { root } from './lib/paths.ts';

// `npm audit`, with the exceptions of audit-exceptions.json: a step of the hosted build (amplify.yml). It asks the registry, so
// it can't run offline, and a registry that doesn't answer is a failure.
const npm = spawnSync('npm', ['audit', '--json'], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32',
  maxBuffer: 64 * 1024 * 1024,
});
const exceptions = JSON.parse(readFileSync(join(root, 'audit-exceptions.json'), 'utf8')) as Exception[];
try {
  const report = JSON.parse(npm.stdout) as Parameters<typeof advisoriesOf>[0];
  const { problems, notes } = judge(advisoriesOf(report), exceptions, new Date().toISOString().slice(0, 10));
  for (const note of notes) console.log(note);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) {
    console.error(
      '\nUpdate the package; or, when the hole can’t be reached here, say why and until when in audit-exceptions.json: ' +
        '{ "advisory": "GHSA-…", "reason": "…", "until": "2027-01-31" }',
    );
  } else console.log('npm audit: nothing that is not accepted.');
  process.exit(problems.length > 0 ? 1 : 0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
