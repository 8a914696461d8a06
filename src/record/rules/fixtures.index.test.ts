import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// docs/fixtures.md names a test for every fixture, and docs/display-rules.md one for every rule. These tests check that each of them
// exists.

type Line = { readonly key: string; readonly file: string; readonly name: string };

const fixtures = readFileSync('docs/fixtures.md', 'utf8');
const rules = readFileSync('docs/display-rules.md', 'utf8');

const linesOf = (table: string): readonly Line[] =>
  table.split('\n').flatMap((line) => {
    const [, key = '', , cell = ''] = line.split(/ ?\| ?/);
    const [, file = '', name = ''] = /^`([^`]+)`(?: `([^`]+)`)?$/.exec(cell) ?? [];
    return /^\d+b?$/.test(key) ? [{ key, file, name }] : [];
  });

/** Returns the numbers in the name of a test: two in "fixtures 16 and 17: …", and none in a span ("10 to 26"). */
const numbersIn = (name: string, kind: string): readonly string[] => {
  const [, list = ''] = new RegExp(`^${kind}s? ([^:]+):`).exec(name) ?? [];
  return list.split(/, (?:and )?| and /).filter((part) => /^\d+b?$/.test(part));
};

/** Returns every quoted text of a file, because the names of `test.each` are among its values. */
const textsIn = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(['"`])((?:\\.|(?!\1)[^\n])*)\1/g)].map(([, , text = '']) => text);

const isProved = ({ key, file, name }: Line, kind: string): boolean =>
  existsSync(file) &&
  textsIn(file).some((text) => (name === '' ? numbersIn(text, kind).includes(key) : text.startsWith(name)));

const from = (first: number, last: number): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, i) => String(first + i));

test('each of the 82 fixtures is in the list, once and in order', () => {
  const all = [...from(1, 45), '45b', ...from(46, 64), '64b', ...from(65, 80)];
  expect(all).toHaveLength(82);
  expect(linesOf(fixtures).map(({ key }) => key)).toEqual(all);
});

test('each fixture has a test of its name', () => {
  expect(linesOf(fixtures).filter((line) => !isProved(line, 'fixture'))).toEqual([]);
});

test('each rule of display has a test of its name', () => {
  expect(linesOf(rules).map(({ key }) => key)).toEqual(from(1, 59));
  expect(linesOf(rules).filter((line) => !isProved(line, 'rule'))).toEqual([]);
});

test('a fixture or a test that is missing is noticed', () => {
  const file = 'src/record/rules/fixtures.pressure.test.ts';
  expect(isProved({ key: '5', file, name: '' }, 'fixture')).toBe(true);
  expect(isProved({ key: '19', file, name: '' }, 'fixture')).toBe(false);
  expect(isProved({ key: '5', file: 'src/record/nowhere.test.ts', name: '' }, 'fixture')).toBe(false);
  expect(isProved({ key: '5', file, name: 'no such test' }, 'fixture')).toBe(false);
  expect(numbersIn('fixtures 27 and 28: x', 'fixture')).toEqual(['27', '28']);
  expect(numbersIn('fixtures 10 to 26: x', 'fixture')).toEqual([]);
  expect(numbersIn('fixture 68, rule 48: x', 'fixture')).toEqual(['68']);
});
