import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './lib/paths.ts';

// Everything that can be said of the code without running it: types, lint, dependency rules, format, unused code.
// All of them run, so that one run tells everything; the exit code says whether all passed.
// They are started with this Node, not by their names in .bin: on Windows only a shell runs those, and it splits paths with
// spaces.
const tool = (path: string): string => join(root, 'node_modules', path);
const TSC = tool('typescript/bin/tsc');
const TYPED = ['amplify', 'local', 'scripts', 'tsconfig.app.json'];

const steps: [name: string, script: string, ...args: string[]][] = [
  ...TYPED.map((project): [string, string, ...string[]] => [`types: ${project}`, TSC, '-p', project]),
  ['lint', tool('eslint/bin/eslint.js'), '.'],
  [
    'dependency rules',
    tool('dependency-cruiser/bin/dependency-cruiser.mjs'),
    ...['amplify', 'functions', 'shared', 'local', 'src', 'scripts'],
  ],
  ['format', tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  ['unused code', tool('knip/bin/knip.js')],
];

const failed = steps.filter(([name, script, ...args]) => {
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
  console.log(`${status === 0 ? '✓' : '✗'} ${name}`);
  return status !== 0;
});
process.exit(failed.length === 0 ? 0 : 1);
