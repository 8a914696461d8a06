import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { changelogEntries, changelogProblem } from './changelog.ts';
import { gitIn } from './sourceCommit.ts';

const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;
const versioned = v.object({ version: v.string() });

/** Returns whether one version comes after another; both are three numbers. */
function isHigher(version: string, other: string): boolean {
  const [ours, theirs] = [version, other].map((text) => text.split('.').map(Number));
  const place = [0, 1, 2].find((i) => ours?.[i] !== theirs?.[i]);
  return place !== undefined && (ours?.[place] ?? 0) > (theirs?.[place] ?? 0);
}

/** Returns everything that keeps a version from being released, in words; nothing when it may be. */
export function releaseProblems(root: string, version: string): readonly string[] {
  if (!VERSION.test(version)) return [`"${version}" is no version; write three numbers, such as 0.2.0.`];
  const changelog = textOf(root, 'CHANGELOG.md');
  return [
    treeProblem(root),
    ...['package.json', 'package-lock.json'].map((name) => versionProblem(root, name, version)),
    changelogProblem(changelog, version),
    ...orderProblems(root, changelog, version),
  ].filter((problem) => problem !== undefined);
}

/** A release is made of a commit alone, so that anybody can make it again. */
export function treeProblem(root: string): string | undefined {
  const changed = gitIn(root, ['status', '--porcelain']);
  return changed === ''
    ? undefined
    : `The tree has changes that are in no commit; commit them or put them away:\n${listed(changed)}`;
}

/** `git status` begins each line with two places for what changed, and the first line has lost its blank. */
const listed = (changed: string): string =>
  changed
    .split('\n')
    .map((line) => `  ${line.trimStart()}`)
    .join('\n');

function versionProblem(root: string, name: string, version: string): string | undefined {
  const { version: found } = v.parse(versioned, JSON.parse(textOf(root, name) || '{"version":""}'));
  return found === version
    ? undefined
    : `${name} says version ${found}; run npm version ${version} --no-git-tag-version, and commit it.`;
}

function orderProblems(root: string, changelog: string, version: string): readonly string[] {
  const tags = gitIn(root, ['tag', '--list', 'v*']).split('\n');
  if (tags.includes(`v${version}`))
    return [`The tag v${version} is there already; a version is released once.`];
  const former = [
    ...tags.map((tag) => tag.slice(1)),
    ...changelogEntries(changelog).map((entry) => entry.version),
  ].filter((one) => one !== version && VERSION.test(one));
  const notLower = [...new Set(former)].filter((one) => !isHigher(version, one));
  return notLower.length === 0
    ? []
    : [`${version} is not higher than ${notLower.join(', ')}, which came before it.`];
}

const textOf = (root: string, name: string): string => {
  try {
    return readFileSync(join(root, name), 'utf8');
  } catch {
    return '';
  }
};
