import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import parseLicense from 'spdx-expression-parse';
import { PERMISSIVE } from './dependencyRules.ts';
import type { LockedPackage, LockFile } from './lockFile.ts';

/** Says which packages of the pages have no licence that can be listed. */
class LicenceError extends Error {
  override name = 'LicenceError' as const;
}

/** Something in the pages that is no package: who made it, and under which terms. */
export type ForeignContent = { readonly name: string; readonly notice: string };

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/** A file with the whole terms of a licence holds these words. */
const WORDS_OF_TERMS: Readonly<Record<string, RegExp>> = {
  '0BSD': /Permission to use, copy, modify, and\/or distribute/,
  'Apache-2.0': /TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION/,
  'BSD-2-Clause': /Redistributions of source code must retain/,
  'BSD-3-Clause': /Neither the name of/,
  'BlueOak-1.0.0': /Blue Oak Model License/,
  ISC: /Permission to use, copy, modify,? and\/or distribute/,
  MIT: /Permission is hereby granted, free of charge/,
};

/** A package may name this licence in a few lines, although it asks for a copy of the whole text (section 4a). */
const COMMON_TEXTS: Readonly<Record<string, string>> = {
  'Apache-2.0': join(import.meta.dirname, 'licenceTexts/Apache-2.0.txt'),
};

/** Vite lists here what its own program is made of, none of which is in the pages. */
const OF_THE_BUILDER = /\n# Licenses of bundled dependencies\n/;

/**
 * Returns `licences.txt`: each package of the pages with its version, the id of its licence and the whole text of it, and what
 * else in the pages is of others. The same packages give the same text.
 * @throws {LicenceError} where a package has no id of a licence, no file of it, or not its whole terms
 */
export function licenceList(
  lock: LockFile,
  shippedPaths: ReadonlySet<string>,
  contents: readonly ForeignContent[],
  root: string,
): string {
  const shipped = lock.packages
    .filter(({ path }) => shippedPaths.has(path))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const entries = shipped.map((locked) => entryOf(locked, root));
  const texts = entries.filter((entry) => typeof entry === 'string');
  const problems = entries.filter((entry) => typeof entry !== 'string').map(({ problem }) => problem);
  if (problems.length > 0) throw new LicenceError(`No list of licences:\n  ${problems.join('\n  ')}`);
  const notices = contents.map(({ name, notice }) => `${name}\n\n${notice}\n`);
  return [HEAD, ...texts, ...notices].join(`\n${'='.repeat(80)}\n\n`);
}

const HEAD = `Longview holds the following work of others. Each is used under the terms below, which ask
that these notices are kept with it.
`;

function entryOf(locked: LockedPackage, root: string): string | { readonly problem: string } {
  const { name, version, license = '', path } = locked;
  const ids = idsIn(license);
  const unknown = ids.filter((id) => !PERMISSIVE.has(id));
  if (ids.length === 0 || unknown.length > 0)
    return { problem: `${name} ${version}: the licence "${license}" is not on the list of permitted ones.` };
  const texts = licenceTexts(join(root, path));
  if (texts.length === 0) return { problem: `${name} ${version}: its folder holds no file of the licence.` };
  const incomplete = ids.filter((id) => !texts.some((text) => WORDS_OF_TERMS[id]?.test(text)));
  const withoutTerms = incomplete.filter((id) => COMMON_TEXTS[id] === undefined);
  if (withoutTerms.length > 0)
    return { problem: `${name} ${version}: its file does not hold the terms of ${withoutTerms.join(', ')}.` };
  const common = incomplete.flatMap((id) => COMMON_TEXTS[id] ?? []).map((file) => readFileSync(file, 'utf8'));
  return [`${name} ${version}`, `Licence: ${license}`, ...[...texts, ...common].map(plainEnd)].join('\n\n');
}

/** Returns each id in a licence expression, such as MIT and ISC in "MIT AND ISC"; nothing where it is none. */
function idsIn(expression: string): readonly string[] {
  const idsOf = (parsed: ReturnType<typeof parseLicense>): string[] =>
    'license' in parsed ? [parsed.license] : [...idsOf(parsed.left), ...idsOf(parsed.right)];
  try {
    return [...new Set(idsOf(parseLicense(expression)))];
  } catch {
    return [];
  }
}

const licenceTexts = (folder: string): readonly string[] =>
  filesIn(folder)
    .filter((name) => LICENCE_FILE.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .map((text) => (folder.endsWith('node_modules/vite') ? (text.split(OF_THE_BUILDER)[0] ?? '') : text))
    .filter((text) => text.trim() !== '');

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .toSorted();
  } catch {
    return [];
  }
}

const plainEnd = (text: string): string => `${text.replaceAll('\r\n', '\n').trim()}\n`;
