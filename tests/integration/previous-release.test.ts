import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { previousRelease } from '../support/release/previous-release.ts';

// With what the expand/contract check compares, in repositories as CI systems clone them.

let folder: string;
let origin: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-'));
  origin = join(folder, 'origin');
  mkdirSync(join(origin, 'sql/queries'), { recursive: true });
  mkdirSync(join(origin, 'sql/migrations'), { recursive: true });
  git(origin, 'init', '--quiet', '--initial-branch=main');
  commit('one');
  commit('two');
  commit('three');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(cwd: string, ...args: string[]): void {
  const identity = [
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@example.com',
    '-c',
    'commit.gpgsign=false',
  ];
  execFileSync('git', [...identity, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
}
function commit(name: string): void {
  writeFileSync(join(origin, `sql/queries/${name}.sql`), `select '${name}'`);
  writeFileSync(join(origin, `sql/migrations/0001_${name}.sql`), 'select 1');
  git(origin, 'add', '.');
  git(origin, 'commit', '--quiet', '--message', name);
}
function clone(...options: string[]): string {
  const to = join(folder, 'clone');
  // As a URL: for a path git ignores --depth.
  git(folder, 'clone', '--quiet', ...options, `file://${origin}`, to);
  return to;
}
/** The newest query that the release has. */
function newest(cwd: string, env: NodeJS.ProcessEnv = {}): string | undefined {
  const release = previousRelease(cwd, env);
  if ('why' in release) return release.why;
  return ['three', 'two', 'one'].find((name) => release.queries.has(`${name}.sql`));
}

it('it is the commit before, on main', () => {
  expect(newest(clone())).toBe('two');
  expect(previousRelease(join(folder, 'clone'), {})).toMatchObject({
    queries: new Map([
      ['one.sql', "select 'one'"],
      ['two.sql', "select 'two'"],
    ]),
    migrations: new Set(['0001_one.sql', '0001_two.sql']),
  });
});

it('it is the newest tag of a release, where there is one', () => {
  git(origin, 'tag', 'release-1', 'HEAD~2');
  expect(newest(clone())).toBe('one');
});

it('it is where a branch left main', () => {
  git(origin, 'checkout', '--quiet', '-b', 'feature/x', 'HEAD~1');
  commit('four');
  expect(newest(clone('--branch', 'feature/x'))).toBe('two');
});

it('it is what PREVIOUS_RELEASE names, or nothing goes on', () => {
  const cwd = clone();
  expect(newest(cwd, { PREVIOUS_RELEASE: 'HEAD~2' })).toBe('one');
  expect(() => newest(cwd, { PREVIOUS_RELEASE: 'release-9' })).toThrow('PREVIOUS_RELEASE is «release-9»');
});

it.each([{ CI: 'true' }, { AWS_BRANCH: 'main' }])(
  'in CI (%j) a history that was cut off is fetched',
  (env) => {
    git(origin, 'tag', 'release-1', 'HEAD~2');
    const cwd = clone('--depth', '1');
    expect(newest(cwd)).toBe('the history is cut off');
    expect(newest(cwd, env)).toBe('one');
  },
);

it('in CI, where it can’t be fetched, the check fails and says what to do', () => {
  const cwd = clone('--depth', '1');
  renameSync(origin, join(folder, 'moved'));
  expect(() => newest(cwd, { CI: 'true' })).toThrow(/history is cut off\. Let CI clone .* --unshallow/);
  expect(() => newest(folder, { CI: 'true' })).toThrow('this is no git repository');
  expect(newest(folder)).toBe('this is no git repository');
});

it('the very first commit has none, in CI too', () => {
  git(origin, 'checkout', '--quiet', '--orphan', 'fresh');
  git(origin, 'commit', '--quiet', '--message', 'first');
  git(origin, 'branch', '--quiet', '-D', 'main');
  expect(newest(clone(), { CI: 'true' })).toBe('there is no earlier commit');
});
