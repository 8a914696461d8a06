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
  'sandbox/README.md',
  ...markdownIn('docs'),
  ...markdownIn('docs/decisions'),
  ...markdownIn('docs/register'),
];

function markdownIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

/** Whatever in backticks begins like a path of ours matches: `smart/site/site.ts` in `src/`, `docs/hosting.md`, `e2e/screens/`. */
const PATH =
  /`((?:src|sandbox|e2e|build|bench|docs|app|screens|parts|charts|record|clinical|fhir|smart|network|ui|words|testing|gallery)\/[\w./-]*)`/g;
/** So does a file of code in a folder, wherever it lies. Medplum's own sources are named on the page about Medplum. */
const CODE_FILE = /`((?!packages\/server\/)[\w.-]+\/[\w./-]*\.(?:tsx?|mjs))`/g;

const missingPaths = (text: string, folder = '.'): string[] => {
  const named = [...text.matchAll(PATH), ...text.matchAll(CODE_FILE)].map(([, path = '']) => path);
  const isThere = (path: string): boolean => ['.', 'src', folder].some((one) => existsSync(join(one, path)));
  return [...new Set(named)].filter((path) => !isThere(path));
};

/** Returns the names under which the headings of a page are linked: those that GitHub makes. */
function headingsOf(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, heading = ''] of text.replaceAll(/^```.*?^```/gms, '').matchAll(/^#{1,6} (.+)$/gm)) {
    const words = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const name = words.replaceAll(/[^\p{L}\p{N}_ -]/gu, '').replaceAll(' ', '-');
    let numbered = name;
    for (let i = 1; names.has(numbered); i += 1) numbered = `${name}-${i}`;
    names.add(numbered);
  }
  return names;
}

const brokenLinks = (text: string, folder: string): string[] =>
  [...text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)].flatMap(([, path = '', heading]) => {
    const file = join(folder, path);
    if (path !== '' && !existsSync(file)) return [path];
    if (heading === undefined) return [];
    const linked = path === '' ? text : readFileSync(file, 'utf8');
    return headingsOf(linked).has(heading) ? [] : [`${path}#${heading}`];
  });

describe.each(DOCUMENTS)('%s', (document) => {
  const text = readFileSync(document, 'utf8');

  test('names only files and folders that there are', () => {
    expect(missingPaths(text, dirname(document))).toEqual([]);
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
  expect(missingPaths('`network/nowhere/` and `words/language.ts` and `words/nowhere.ts`')).toEqual([
    'network/nowhere/',
    'words/nowhere.ts',
  ]);
  // A path has to be whole: `card/cards.ts` is a file of `src/screens/myResults/`.
  expect(missingPaths('`card/cards.ts` and `screens/myResults/card/cards.ts`')).toEqual(['card/cards.ts']);
  expect(missingPaths('`support/test.ts`', 'e2e')).toEqual([]);
  const links =
    '[a](nowhere.md) [b](docs/contract.md#2-site-file) [c](https://hl7.org) [d](docs/contract.md)';
  expect(brokenLinks(links, '.')).toEqual(['nowhere.md']);
  expect(brokenLinks('[a](docs/contract.md#2) [b](#here) [c](#gone)\n## Here\n', '.')).toEqual([
    'docs/contract.md#2',
    '#gone',
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
