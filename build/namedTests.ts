import { existsSync, readFileSync } from 'node:fs';

/** A row of a table in the documents. Its test is written as `file` `title of the test`. */
export type DocumentRow = { readonly number: number; readonly cells: readonly string[] };

/** Returns the rows of all tables of a document that begin with a number. */
export const numberedRows = (document: string): readonly DocumentRow[] =>
  readFileSync(document, 'utf8')
    .split('\n')
    .map((line) => line.split(/(?<!\\) \| |^\| | \|$/).slice(1, -1))
    .filter(([number = '']) => /^\d+$/.test(number))
    .map((cells) => ({ number: Number(cells[0]), cells }));

/** Returns the file and the title of the test that stands in the fifth cell. */
export function namedTest({ cells }: DocumentRow): { readonly file: string; readonly title: string } {
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

/** Whether the test that a row names is in its file. */
export const isTestThere = (row: DocumentRow): boolean => {
  const { file, title } = namedTest(row);
  return existsSync(file) && titlesIn(file).some((one) => one === title || patternOf(one).test(title));
};
