import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

// The documents name files and folders, and link to one another. Here each name is held against the tree.

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'e2e/README.md',
  'bench/README.md',
  ...markdownIn('docs'),
  ...markdownIn('docs/decisions'),
  ...markdownIn('docs/register'),
];

function markdownIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

/** Whatever in backticks looks like a path of ours matches: `smart/site/site.ts` in `src/`, `docs/hosting.md`, `e2e/screens/`. */
const PATH =
  /`((?:src|sandbox|e2e|build|bench|docs|app|screens|parts|charts|record|clinical|fhir|smart|ui|testing|gallery)\/[\w./-]*)`/g;

const isThere = (path: string): boolean => existsSync(path) || existsSync(join('src', path));

const missingPaths = (text: string): string[] =>
  [...text.matchAll(PATH)].flatMap(([, path = '']) => (isThere(path) ? [] : [path]));

const brokenLinks = (text: string, folder: string): string[] =>
  [...text.matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)].flatMap(([, target = '']) =>
    existsSync(join(folder, target)) ? [] : [target],
  );

describe.each(DOCUMENTS)('%s', (document) => {
  const text = readFileSync(document, 'utf8');

  test('names only files and folders that there are', () => {
    expect(missingPaths(text)).toEqual([]);
  });

  test('links only to what there is', () => {
    expect(brokenLinks(text, dirname(document))).toEqual([]);
  });
});

test('a file or a link that is missing is noticed', () => {
  expect(missingPaths('`smart/nowhere.ts` and `src/smart/site/site.ts` and `parts/nowhere/`')).toEqual([
    'smart/nowhere.ts',
    'parts/nowhere/',
  ]);
  expect(brokenLinks('[a](nowhere.md) [b](docs/contract.md#2) [c](https://hl7.org)', '.')).toEqual([
    'nowhere.md',
  ]);
});

test('decision records are numbered without gaps, and each title says its number', () => {
  const records = readdirSync('docs/decisions').toSorted();
  expect(records.map((name) => Number(name.slice(0, 4)))).toEqual(records.map((_, i) => i + 1));
  for (const name of records)
    expect(readFileSync(join('docs/decisions', name), 'utf8')).toMatch(
      new RegExp(`^# ${Number(name.slice(0, 4))}\\. \\S`),
    );
});

test('decision 8 says of every dependency what it is for', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  const decision = readFileSync('docs/decisions/0008-dependencies.md', 'utf8');
  const isNamed = (name: string): boolean =>
    decision.includes(`**${name}**`) || decision.includes(`\`${name}\``);
  const names = [...Object.keys(dependencies), ...Object.keys(devDependencies)];
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter((name) => !isNamed(name))).toEqual([]);
});
