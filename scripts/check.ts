import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths.ts';

// Everything that can be said of the code without running it: types, lint, dependency rules, format, unused code.
// All of them run, so that one run tells everything; the exit code says whether all passed.
const bin = (name: string): string => join(root, 'node_modules/.bin', name);
const TYPED = ['amplify', 'local', 'scripts'];

const steps: [name: string, command: string, ...args: string[]][] = [
  ...TYPED.map((folder): [string, string, ...string[]] => [`types: ${folder}`, bin('tsc'), '-p', folder]),
  ...(existsSync(join(root, 'tsconfig.app.json'))
    ? ([['types: src', bin('tsc'), '-p', 'tsconfig.app.json']] as [string, string, ...string[]][])
    : []),
  ['lint', bin('eslint'), '.'],
  ['dependency rules', bin('depcruise'), 'amplify', 'functions', 'shared', 'local', 'src', 'scripts'],
  ['format', bin('prettier'), '--check', '--log-level', 'warn', '.'],
  ['unused code', bin('knip')],
];

const failed = steps.filter(([name, command, ...args]) => {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  console.log(`${status === 0 ? '✓' : '✗'} ${name}`);
  return status !== 0;
});
process.exit(failed.length === 0 ? 0 : 1);
