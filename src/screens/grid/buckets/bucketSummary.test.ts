import { describe, expect, it, test } from 'vitest';
import { flagConcept, READ_AT_MS, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { gridDataIn, gridSourceOf } from '../gridData.ts';
import { bucketTable } from './bucketCsv.ts';
import { secondLineText } from './bucketExtremes.ts';
import { spokenBucket } from './bucketFacts.ts';
import { bucketSummary } from './bucketSummary.ts';
import { gridBucketsOf, shiftStartsOf } from './gridBuckets.ts';

const ZONE = 'America/Chicago';
const at = (minute: number) => `2026-11-19T20:${String(minute).padStart(2, '0')}:00Z`;
const limit = (comparator: string, value: number, unit: string) => ({
  valueQuantity: { value, comparator, unit },
});
const lactate = (minute: number, value: number, more = {}) =>
  resultInput('2524-7', value, 'mmol/L', at(minute), more);
const lactateLimit = (minute: number, comparator: string, value: number, more = {}) =>
  lactate(minute, value, { ...limit(comparator, value, 'mmol/L'), ...more });

/** Returns the one cell of these results in an hour: what is seen below the last one, what is said, and its line of the CSV. */
function cellOf(resources: readonly unknown[]) {
  const source = gridSourceOf(recordOf(resources).series, ZONE, READ_AT_MS);
  const columns = { unit: 'hour', starts: shiftStartsOf(['07:00', '19:00']), timeZone: ZONE } as const;
  const grid = gridDataIn(source, gridBucketsOf(source.sorted, columns, Number.NaN));
  const [row] = grid.seriesRows;
  const { header, rows } = bucketTable(grid, ZONE);
  const cells = Object.fromEntries(header.split(',').map((name, i) => [name, rows[0]![i]]));
  const summary = bucketSummary(row!, 0)!;
  return { seen: secondLineText(summary, row!), said: spokenBucket(summary, row!, ZONE), csv: cells };
}

test('one result is said as one', () => {
  expect(cellOf([lactate(0, 4.1)]).said).toMatch(/^4\.1, 1 result: last 4\.1 mmol\/L/);
});

describe('rule 20: a limit in an hour of numbers', () => {
  it('is neither the highest nor the lowest, and is seen and said beside them', () => {
    const { seen, said, csv } = cellOf([
      lactate(0, 4.1),
      lactateLimit(10, '>', 20),
      lactate(20, 3.2),
      lactate(30, 3),
    ]);
    expect(seen).toBe('>20 3–4.1');
    expect(said).toContain('highest 4.1 mmol/L');
    expect(said).toContain('limit >20 mmol/L, no lab flag, 19 Nov 2026, 14:10');
    expect(csv).toMatchObject({ lowest: '3', highest: '4.1', limits: '1' });
  });

  it.each([
    ['below all numbers', [lactateLimit(0, '<', 0.5), lactate(10, 0.9), lactate(20, 1.4)], '<0.5 0.9–1.4'],
    ['beside one number', [lactateLimit(0, '>', 20), lactate(10, 3)], '>20'],
    ['of two, the farther one', [lactateLimit(0, '>=', 20), lactateLimit(10, '>', 15)], '>=20'],
    ['of two, the farther one downwards', [lactateLimit(0, '<=', 0.2), lactateLimit(10, '<', 0.5)], '<=0.2'],
    ['on which side of a number nobody knows', [lactateLimit(0, '>', 20), lactate(10, 25)], '>20'],
    ['that is the last result, once', [lactate(0, 3), lactate(10, 4), lactateLimit(20, '>', 20)], '3–4'],
    [
      'with a flag, once',
      [lactateLimit(0, '>', 20, flagConcept('HH')), lactate(10, 3), lactate(20, 4)],
      'HH >20',
    ],
  ])('is seen %s', (_, resources, seen) => {
    expect(cellOf(resources).seen).toBe(seen);
  });

  it('is counted with the nearer one, and only the farther one is seen', () => {
    const nearer = lactateLimit(0, '>', 15);
    const { said, csv } = cellOf([nearer, lactateLimit(10, '>', 20), lactate(20, 3), lactate(30, 4)]);
    expect(said).toContain('limit >20 mmol/L');
    expect(said).not.toContain('>15');
    expect(said).toContain('2 limits');
    expect(csv).toMatchObject({ limits: '2' });
  });

  it('is not told of where it is not charted', () => {
    const modifierExtension = [{ url: 'https://ehr.example/x' }];
    const refused = lactateLimit(0, '>', 20, { modifierExtension });
    const { seen, csv } = cellOf([refused, lactate(10, 3), lactate(20, 4)]);
    expect(seen).toBe('+1 3–4');
    expect(csv).toMatchObject({ limits: '0' });
  });

  it('is not told of while it is preliminary', () => {
    const preliminary = lactateLimit(0, '>', 20, { status: 'preliminary' });
    const { seen, csv } = cellOf([preliminary, lactate(10, 3), lactate(20, 4)]);
    expect(seen).toBe('1 3–4');
    expect(csv).toMatchObject({ highest: '4', limits: '0' });
  });
});

test('of equal numbers the first is the highest and the lowest', () => {
  const { csv } = cellOf([lactate(0, 4), lactate(10, 3), lactate(20, 4), lactate(30, 3)]);
  expect(csv).toMatchObject({ highest_time: at(0), lowest_time: at(10) });
});

describe('a result that is not charted', () => {
  test.each([
    ['rule 36: has a status of no result', { status: 'unknown' }, at(5)],
    [
      'fixture 71: has a modifier that nobody knows',
      { modifierExtension: [{ url: 'https://ehr.example/x' }] },
      at(5),
    ],
    ['rule 17: cannot be', { valueQuantity: { value: 99_000, unit: 'mmol/L' } }, at(5)],
    ['rule 21: has a collection without an end', { effectivePeriod: { start: at(5) } }, ''],
  ])('is neither the highest nor the lowest: it %s', (_, more, when) => {
    const odd = resultInput('2524-7', 990, 'mmol/L', when, more);
    const { seen, said, csv } = cellOf([lactate(0, 2.1), odd, lactate(10, 2.3)]);
    expect(seen).toBe('+1 2.1–2.3');
    expect(said).not.toContain('99');
    expect(csv).toMatchObject({ count: '3', highest: '2.3', not_charted: '1' });
  });

  it('does not stand in front of a charted one of the same flag', () => {
    const refused = lactate(5, 990, {
      modifierExtension: [{ url: 'https://ehr.example/x' }],
      ...flagConcept('HH'),
    });
    const { seen, csv } = cellOf([lactate(0, 9.1, flagConcept('HH')), refused, lactate(10, 2.3)]);
    expect(seen).toBe('+1 HH 9.1');
    expect(csv).toMatchObject({ critical: '2' });
  });
});
