import { execFileSync, type ExecFileSyncOptionsWithStringEncoding } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** The sources that a build is made of. */
export type SourceCommit = {
  /** The full name of the commit; undefined where nothing says which it is. */
  readonly commit: string | undefined;
  /** True where files differ from the commit, so that nobody else can make the same build. */
  readonly hasLocalChanges: boolean;
};

/** `git archive` writes the commit into this file (.gitattributes). */
const ARCHIVED = 'build/release/commit.txt';
const COMMIT = /^[0-9a-f]{7,64}$/;
const SHOWN_DIGITS = 12;

/**
 * Returns the commit of the sources in a folder: what `LONGVIEW_COMMIT` says, else what the archive of the sources says, else
 * what git says. A repository around the folder does not count, because its commit is of something else.
 * @throws {Error} where `LONGVIEW_COMMIT` is no name of a commit
 */
export function readSourceCommit(
  root: string,
  { LONGVIEW_COMMIT: named }: { readonly LONGVIEW_COMMIT?: string | undefined } = {},
): SourceCommit {
  if (named !== undefined && named !== '') {
    if (!COMMIT.test(named))
      throw new Error(`LONGVIEW_COMMIT is "${named}"; it takes the 7 to 64 hexadecimal digits of a commit.`);
    return { commit: named, hasLocalChanges: false };
  }
  const file = join(root, ARCHIVED);
  const archived = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  return COMMIT.test(archived) ? { commit: archived, hasLocalChanges: false } : commitOfGit(root);
}

function commitOfGit(root: string): SourceCommit {
  try {
    const git = (...args: string[]): string => gitIn(root, args);
    if (realpathSync(git('rev-parse', '--show-toplevel')) !== realpathSync(root)) return UNKNOWN;
    return {
      commit: git('rev-parse', '--verify', 'HEAD'),
      hasLocalChanges: git('status', '--porcelain') !== '',
    };
  } catch {
    return UNKNOWN;
  }
}

const UNKNOWN: SourceCommit = { commit: undefined, hasLocalChanges: false };

/**
 * Runs git in a folder and returns what it prints. The variables that git sets for its hooks are left out: they would lead it
 * to the repository of the hook.
 * @throws {Error} where there is no git, or where it fails
 */
export function gitIn(folder: string, args: readonly string[]): string {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  const options: ExecFileSyncOptionsWithStringEncoding = {
    cwd: folder,
    env,
    encoding: 'utf8',
    stdio: 'pipe',
  };
  return execFileSync('git', args, options).trim();
}

/** Returns what the pages say of their build, such as "0.1.0 0123456789ab changed". `launch.html` has no room for more words. */
export const buildText = (version: string, { commit, hasLocalChanges }: SourceCommit): string =>
  [version, commit?.slice(0, SHOWN_DIGITS) ?? '', hasLocalChanges ? 'changed' : '']
    .filter((part) => part !== '')
    .join(' ');
