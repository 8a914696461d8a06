import { describe, expect, test } from 'vitest';
import { isTestThere, namedTest, numberedRows } from './namedTests.ts';

// docs/hazards.md and docs/security.md promise a test for every row. This test compares the promise with the files.

const CELLS = 6;

describe.each([
  ['hazard', 'docs/hazards.md', 40],
  ['threat', 'docs/security.md', 70],
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

test('a test that is missing is noticed', () => {
  const row = { number: 1, cells: ['1', '', '', '', '`build/hazards.test.ts` `no such test`', ''] };
  expect(isTestThere(row)).toBe(false);
});
