import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// docs/client-rules.md promises a test for every rule. This test compares the promise with the files.

type Line = { readonly key: string; readonly file: string; readonly name: string };

const lines: readonly Line[] = readFileSync('docs/client-rules.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const cells = line.split(/ ?\| ?/).slice(1, -1);
    const [, file = '', name = ''] = /^`([^`]+)`(?: `([^`]+)`)?/.exec(cells.at(-1) ?? '') ?? [];
    return file === '' ? [] : [{ key: cells[0] ?? '', file, name }];
  });

/** Returns the names of `test(…)`, also under its other name, and `test.describe(…)`. */
const namesIn = (file: string): string[] =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /\b(?:test|launchedTest|describe)\(\s*(['`])((?:\\.|(?!\1).)*)\1/g,
    ),
  ].map(([, , name = '']) => name);

const keysOf = (name: string): string[] => {
  const [, kind, list = ''] = /^(row|probe)s? ([^:]+):/.exec(name) ?? [];
  if (kind === undefined) return [];
  return list.split(/, | and /).flatMap((part) => {
    const [from, to] = part.split(' to ').map(Number);
    if (from === undefined || to === undefined) return [part];
    return Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
  });
};

const isProved = ({ key, file, name }: Line): boolean =>
  existsSync(file) &&
  (name === ''
    ? !/^([\dP+])/.test(key) || namesIn(file).some((one) => keysOf(one).includes(key))
    : namesIn(file).some((one) => one.startsWith(name)));

test('each of the 78 rows is in the list, once and in order', () => {
  const rows = lines.map(({ key }) => key).filter((key) => /^\d+$/.test(key));
  expect(rows).toEqual(Array.from({ length: 78 }, (_, i) => String(i + 1)));
});

test('each probe is in the list', () => {
  const probes = lines.map(({ key }) => key).filter((key) => /^P\d+b?$/.test(key));
  const twofold = [2, 4, 6, 7, 8, 9, 10];
  expect(probes).toEqual(
    Array.from({ length: 16 }, (_, i) => i + 1).flatMap((n) => [
      `P${n}`,
      ...(twofold.includes(n) ? [`P${n}b`] : []),
    ]),
  );
  expect(lines.filter(({ key }) => key === '+')).toHaveLength(6);
});

test('each line of the list names a test that is there', () => {
  expect(lines.filter((line) => !isProved(line))).toEqual([]);
  expect(lines.length).toBeGreaterThan(120);
});

test('a row or a test that is missing is noticed', () => {
  expect(isProved({ key: '33', file: 'e2e/launch/clientRules.entry.spec.ts', name: '' })).toBe(false);
  expect(isProved({ key: '1', file: 'e2e/nowhere.spec.ts', name: '' })).toBe(false);
  expect(
    isProved({ key: 'a scenario', file: 'e2e/launch/clientRules.entry.spec.ts', name: 'row 99: ' }),
  ).toBe(false);
  expect(keysOf('rows 52, 58 and 76 to 78: not used')).toEqual(['52', '58', '76', '77', '78']);
});
