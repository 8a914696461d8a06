import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// docs/hazards.md promises a test for every hazard. This test compares the promise with the files.

type Hazard = { readonly number: number; readonly cells: readonly string[] };

const CELLS = 6;
const rows: readonly Hazard[] = readFileSync('docs/hazards.md', 'utf8')
  .split('\n')
  .map((line) => line.split(/(?<!\\) \| |^\| | \|$/).slice(1, -1))
  .filter(([number = '']) => /^\d+$/.test(number))
  .map((cells) => ({ number: Number(cells[0]), cells }));

/** Returns the file and the title of the test that a row names. */
function namedTest({ cells }: Hazard): { readonly file: string; readonly title: string } {
  const [, file = '', title = ''] = /^`([^`]+)` `([^`]+)`$/.exec(cells[4] ?? '') ?? [];
  return { file, title: title.replaceAll(String.raw`\|`, '|') };
}

const quoted = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Returns a pattern of a title whose values stand in the table of its cases, as in "%s is refused". */
const patternOf = (title: string): RegExp =>
  new RegExp(`^${quoted(title).replaceAll(/%[sdijo]|\\\$\\\{.*?\\\}|\\\$\w+/g, '.*')}$`);

/** Returns the titles of all tests of a file, as they are written. */
const titlesIn = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(['"`])((?:\\.|(?!\1)[^\\\n])+)\1\s*,\s*(?:async )?\(/g)].map(
    ([, , title = '']) => title.replaceAll(/\\(['"`])/g, '$1'),
  );

const isThere = (row: Hazard): boolean => {
  const { file, title } = namedTest(row);
  return existsSync(file) && titlesIn(file).some((one) => one === title || patternOf(one).test(title));
};

test('the hazards are numbered without gaps, and each row is whole', () => {
  expect(rows.length).toBeGreaterThanOrEqual(40);
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, i) => i + 1));
  expect(rows.filter(({ cells }) => cells.length !== CELLS || cells.some((cell) => cell === ''))).toEqual([]);
});

test('each hazard names a test that is there', () => {
  expect(rows.filter((row) => !isThere(row)).map((row) => [row.number, namedTest(row)])).toEqual([]);
});

test('a test that is missing is noticed', () => {
  const row = { number: 1, cells: ['1', '', '', '', '`build/hazards.test.ts` `no such test`', ''] };
  expect(isThere(row)).toBe(false);
});
