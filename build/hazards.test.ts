import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isTestThere, namedTest, numberedRows } from './namedTests.ts';

// docs/hazards.md, docs/security.md and docs/conformance.md promise a test for every row. This test compares the promise with the files.

const CELLS = 6;

describe.each([
  ['hazard', 'docs/hazards.md', 40],
  ['threat', 'docs/security.md', 70],
  ['check of conformance', 'docs/conformance.md', 50],
])('each %s', (_, document, atLeast) => {
  const rows = numberedRows(document);

  test('is numbered without gaps, and its row is whole', () => {
    expect(rows.length).toBeGreaterThanOrEqual(atLeast);
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_row, i) => i + 1));
    const broken = rows.filter(({ cells }) => cells.length !== CELLS || cells.some((cell) => cell === ''));
    expect(broken).toEqual([]);
  });

  test('names a test that is there', () => {
    expect(rows.filter((row) => !isTestThere(row)).map((row) => [row.number, namedTest(row)])).toEqual([]);
  });
});

const isThere = (file: string, title: string): boolean =>
  isTestThere({ number: 1, cells: ['1', '', '', '', `\`${file}\` \`${title}\``, ''] });

test('the page on confidential clients names tests that are there', () => {
  const text = readFileSync('docs/confidential-client.md', 'utf8');
  const named = [...text.matchAll(/`([\w./]+\.(?:test|spec)\.ts)` `([^`]+)`/g)];
  expect(named.length).toBeGreaterThanOrEqual(10);
  expect(named.filter(([, file = '', title = '']) => !isThere(file, title)).map(([whole]) => whole)).toEqual(
    [],
  );
});

test('a test that is missing is noticed, also beside one that is named by its cases alone', () => {
  expect(isThere('build/sites/siteFile.test.ts', 'no such test')).toBe(false);
  expect(isThere('build/no-such-file.test.ts', 'names a test that is there')).toBe(false);
  expect(readFileSync('build/hosts/hostFormats.test.ts', 'utf8')).toContain("('%s', (");
  expect(isThere('build/hosts/hostFormats.test.ts', 'no such test')).toBe(false);
});

test('a test that is left out is not there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'longview-titles-'));
  const file = join(folder, 'own.test.ts');
  const lines = [
    `test('runs with %s', () => {});`,
    `test.skip('is skipped', () => {});`,
    `it.todo('is to be written', () => {});`,
    `test.fixme('is to be mended', async () => {});`,
    `  // test('is commented out', () => {});`,
  ];
  try {
    writeFileSync(file, lines.join('\n'));
    expect(isThere(file, 'runs with a table')).toBe(true);
    const others = ['is skipped', 'is to be written', 'is to be mended', 'is commented out'];
    expect(others.filter((title) => isThere(file, title))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
