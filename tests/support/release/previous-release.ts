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

function git(...args: string[]): string | undefined {
  try {
    const output = execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return output.trimEnd();
  } catch {
    return undefined;
  }
}

/**
 * The release that serves people while this one is deployed: `PREVIOUS_RELEASE` (any git reference), else the newest tag
 * `release-…`, else origin's main for a branch, else the commit before this one.
 */
export function previousRelease(): Release | NoRelease {
  const asked = process.env['PREVIOUS_RELEASE'];
  if (git('rev-parse', '--git-dir') === undefined) return { why: 'this is no git repository' };
  const found = asked ?? newestTag() ?? mainOfBranch() ?? git('rev-parse', '--verify', 'HEAD~1');
  if (found === undefined || git('cat-file', '-e', `${found}^{commit}`) === undefined) {
    const shallow = git('rev-parse', '--is-shallow-repository') === 'true';
    return { why: shallow ? 'the history is shallow (git fetch --unshallow)' : 'there is no earlier commit' };
  }
  const names = (folder: string): string[] =>
    (git('ls-tree', '--name-only', found, `${folder}/`) ?? '')
      .split('\n')
      .filter((path) => path.endsWith('.sql'));
  const base = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  return {
    ref: found,
    queries: new Map(names('sql/queries').map((path) => [base(path), git('show', `${found}:${path}`) ?? ''])),
    migrations: new Set(names('sql/migrations').map(base)),
  };
}

function newestTag(): string | undefined {
  return git('describe', '--tags', '--match', 'release-*', '--abbrev=0', 'HEAD~1');
}

/** Where a branch left origin's main; undefined on main itself. */
function mainOfBranch(): string | undefined {
  const base = git('merge-base', 'HEAD', 'origin/main');
  return base === git('rev-parse', 'HEAD') ? undefined : base;
}
