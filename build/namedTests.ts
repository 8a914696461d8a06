import { existsSync, readFileSync } from 'node:fs';

/** This is a row of a table in the documents. Its test is written as `file` `title of the test`. */
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

/** A title has these in place of the values that stand in the table of its cases. */
const PLACEHOLDER = /%[sdijo]|\$\{.*?\}|\$\w+/;
const TITLE = /(?<!\b(?:skip|todo|fixme|fails)\(\s*)(['"`])((?:\\.|(?!\1)[^\\\n])+)\1\s*,\s*(?:async )?\(/g;

/** Returns the code of a file without the lines that are comments. */
const codeOf = (file: string): string => readFileSync(file, 'utf8').replaceAll(/^\s*\/\/.*$/gm, '');

/** Returns the titles of all tests that run, as they are written. */
const titlesIn = (code: string): readonly string[] =>
  [...code.matchAll(TITLE)].map(([, , title = '']) => title.replaceAll(/\\(['"`])/g, '$1'));

/** Returns whether a title is one of the cases of a written one, as in "%s is refused". A case of "%s" stands in the code. */
function isCaseOf(written: string, title: string, code: string): boolean {
  const words = written.split(PLACEHOLDER);
  if (!new RegExp(`^${words.map(quoted).join('.*')}$`).test(title)) return false;
  return words.some((part) => /\p{L}/u.test(part)) || new RegExp(`(['"\`])${quoted(title)}\\1`).test(code);
}

/** Returns whether the test that a row names is in its file. */
export const isTestThere = (row: DocumentRow): boolean => {
  const { file, title } = namedTest(row);
  if (!existsSync(file)) return false;
  const code = codeOf(file);
  return titlesIn(code).some((one) => one === title || isCaseOf(one, title, code));
};
