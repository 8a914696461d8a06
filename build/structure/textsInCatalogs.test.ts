import { beforeAll, describe, expect, test } from 'vitest';
import { lintSamples, type Reported } from './lintFixture.ts';

const REFUSED: Readonly<Record<string, string>> = {
  'a paragraph': 'export const Sample = () => <p>No changes since</p>;',
  'a button of one word': 'export const Sample = () => <button type="button">Refresh</button>;',
  'a label that is read aloud': 'export const Sample = () => <svg aria-label="Potassium" role="img" />;',
  'a placeholder': 'export const Sample = () => <input placeholder="Find" />;',
  'a title of one of our components': 'export const Sample = () => <Frame title="Problems" />;',
  'a sentence in a constant': "export const TEXT = 'not all results were read';",
  'a sentence with a number in it': 'export const text = (n: number) => `${n} results so far`;',
  'a part of a sentence': "export const text = (n: number) => `${n} more` + ' than are shown';",
  'a sentence in a table': "export const TEXTS = { idle: 'Longview was not used' };",
};

const ALLOWED: Readonly<Record<string, string>> = {
  'a class and a key': 'export const Sample = () => <p className="note" key="since">{text}</p>;',
  'a picture’s path': 'export const Sample = () => <path d="M 0 0 L 10 10" transform="translate(1, 2)" />;',
  'a symbol': 'export const Sample = () => <span>▲ 5</span>;',
  'a key of the keyboard': "export const KEY = 'Escape';",
  'an error for engineers': "export const fail = () => new TypeError('the fixture holds no series');",
  'an attribute that is not read': 'export const Sample = () => <p data-notice="wrong-patient">{text}</p>;',
};

const samples = (group: string, codes: Readonly<Record<string, string>>) =>
  Object.entries(codes).map(([name, code], i) => ({
    name,
    path: `src/screens/grid/${group}${i}.tsx`,
    code: `${code}\n`,
  }));
const refused = samples('Refused', REFUSED);
const allowed = [
  ...samples('Allowed', ALLOWED),
  ...['src/screens/grid/grid.messages.ts', 'src/screens/grid/Grid.test.ts', 'src/gallery/grid.ts'].map(
    (path) => ({
      name: path,
      path,
      code: "export const TEXT = 'not all results were read';\n",
    }),
  ),
];
let reported: readonly Reported[] = [];

beforeAll(() => {
  const files = [...refused, ...allowed].map(({ path, code }) => [path, code]);
  reported = lintSamples(Object.fromEntries(files), ['longview/texts-in-catalogs']);
});

const reportsIn = (path: string) => reported.filter(({ file }) => file.endsWith(path));

describe('texts that a reader sees stand in catalogs', () => {
  test.each(refused)('refused outside of one: $name', ({ path }) => {
    expect(reportsIn(path).length).toBeGreaterThan(0);
    expect(reportsIn(path)[0]?.message).toContain('*.messages.ts');
  });

  test.each(allowed)('allowed: $name', ({ path }) => {
    expect(reportsIn(path)).toEqual([]);
  });
});
