import { execFileSync } from 'node:child_process';
import { root } from '../../../scripts/lib/paths.ts';

export interface Release {
  readonly ref: string;
  /** Text of each file of `sql/queries`, by its name. */
  readonly queries: ReadonlyMap<string, string>;
  /** Names of its migrations. */
  readonly migrations: ReadonlySet<string>;
}

/** Why there is nothing to compare with. */
export interface NoRelease {
  readonly why: string;
}

type Git = (...args: string[]) => string | undefined;

/**
 * The release that serves people while this one is deployed: `PREVIOUS_RELEASE` (any git reference), else the newest tag
 * `release-…`, else where the branch left origin's main, else the commit before this one.
 * In CI (`CI` or Amplify's `AWS_BRANCH` is set) a history that was cut off is fetched, and what can't be found is an error:
 * a check that nobody runs would pass for ever. Elsewhere NoRelease says why. Throws too when `PREVIOUS_RELEASE` names nothing.
 */
export function previousRelease(folder = root, env: NodeJS.ProcessEnv = process.env): Release | NoRelease {
  const git: Git = (...args) => run(folder, args);
  const isCi = Boolean(env['CI'] || env['AWS_BRANCH']);
  if (git('rev-parse', '--git-dir') === undefined) return missing('this is no git repository', isCi);
  if (isCi && isShallow(git)) git('fetch', '--quiet', '--unshallow', '--tags', 'origin');

  const asked = env['PREVIOUS_RELEASE'];
  if (asked) {
    if (git('cat-file', '-e', `${asked}^{commit}`) === undefined)
      throw new Error(`PREVIOUS_RELEASE is «${asked}», which is no commit here. Fetch it, or correct it.`);
    return read(git, asked);
  }
  const found = newestTag(git) ?? mainOfBranch(git) ?? git('rev-parse', '--verify', 'HEAD~1');
  if (found !== undefined) return read(git, found);
  if (isShallow(git)) return missing('the history is cut off', isCi);
  // The very first one breaks nobody.
  return { why: 'there is no earlier commit' };
}

function missing(why: string, isCi: boolean): NoRelease {
  if (!isCi) return { why };
  throw new Error(
    `The release before this one can't be found: ${why}. Let CI clone the whole history (for example fetch-depth: 0), ` +
      'run `git fetch --unshallow --tags`, or name the release with PREVIOUS_RELEASE.',
  );
}

function run(cwd: string, args: string[]): string | undefined {
  try {
    const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore'];
    // Without a terminal nobody could answer a question for a password.
    const env = { ...process.env, GIT_TERMINAL_PROMPT: '0' };
    return execFileSync('git', args, { cwd, encoding: 'utf8', stdio, env }).trimEnd();
  } catch {
    return undefined;
  }
}

const isShallow = (git: Git): boolean => git('rev-parse', '--is-shallow-repository') === 'true';

function read(git: Git, ref: string): Release {
  const names = (folder: string): string[] =>
    (git('ls-tree', '--name-only', ref, `${folder}/`) ?? '')
      .split('\n')
      .filter((path) => path.endsWith('.sql'));
  const base = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  return {
    ref,
    queries: new Map(names('sql/queries').map((path) => [base(path), git('show', `${ref}:${path}`) ?? ''])),
    migrations: new Set(names('sql/migrations').map(base)),
  };
}

function newestTag(git: Git): string | undefined {
  return git('describe', '--tags', '--match', 'release-*', '--abbrev=0', 'HEAD~1');
}

/** Where a branch left origin's main; undefined on main itself. */
function mainOfBranch(git: Git): string | undefined {
  const base = git('merge-base', 'HEAD', 'origin/main');
  return base === git('rev-parse', 'HEAD') ? undefined : base;
}
