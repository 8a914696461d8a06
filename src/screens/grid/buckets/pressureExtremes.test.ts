/** The lowest and the highest of each side of a blood pressure are seen and said (rule 7): they need not be of one measurement. */
import { expect, test } from 'vitest';
import { flagConcept, pressure, READ_AT_MS, recordOf } from '../../../testing/recordFixture.ts';
import { gridDataIn, gridSourceOf } from '../gridData.ts';
import { secondLineText } from './bucketExtremes.ts';
import { spokenBucket } from './bucketFacts.ts';
import { bucketSummary } from './bucketSummary.ts';
import { gridBucketsOf } from './gridBuckets.ts';

const ZONE = 'America/Chicago';
const at = (minute: number) => `2026-11-19T20:${String(minute).padStart(2, '0')}:00Z`;

/** Returns the one cell of these pressures, five minutes apart. */
function cellOf(...pairs: readonly (readonly [systolic: number, diastolic: number, more?: object])[]) {
  const resources = pairs.map(([systolic, diastolic, more = {}], i) => ({
    ...pressure(systolic, diastolic, at(5 * i)),
    ...more,
  }));
  const source = gridSourceOf(recordOf(resources).series, ZONE, READ_AT_MS);
  const columns = { unit: 'hour', starts: [420, 1140], timeZone: ZONE } as const;
  const grid = gridDataIn(source, gridBucketsOf(source.sorted, columns, Number.NaN));
  const row = grid.seriesRows[0]!;
  const summary = bucketSummary(row, 0)!;
  return { seen: secondLineText(summary, row), said: spokenBucket(summary, row, ZONE) };
}

test('a diastolic extreme of another measurement than the systolic one is seen and said', () => {
  const { seen, said } = cellOf([118, 64], [160, 128], [204, 88], [132, 41], [126, 70]);
  expect(seen).toBe('118–204/41–128');
  expect(said).toContain('highest 204/88 mmHg');
  expect(said).toContain('lowest 118/64 mmHg');
  expect(said).toContain('highest diastolic 160/128 mmHg, no lab flag, 19 Nov 2026, 14:05');
  expect(said).toContain('lowest diastolic 132/41 mmHg');
});

test('a measurement that is an extreme of both sides is said once', () => {
  const { seen, said } = cellOf([118, 64], [204, 88], [126, 70]);
  expect(seen).toBe('118–204/64–88');
  expect(said).not.toContain('diastolic');
});

test('one side may stay the same', () => {
  expect(cellOf([120, 70], [120, 112], [120, 80]).seen).toBe('120/70–112');
  expect(cellOf([120, 70], [150, 70]).seen).toBe('120–150/70');
  expect(cellOf([120, 70], [120, 70]).seen).toBe('');
});

test('a side that stays the same is seen where the newest measurement does not have it', () => {
  const { component: both } = pressure(120, 80, at(0)) as { readonly component: readonly object[] };
  const only = (side: 0 | 1) => ({ component: [both[side]] });
  expect(cellOf([120, 80], [150, 80], [120, 80, only(0)]).seen).toBe('120–150/80');
  expect(cellOf([120, 70], [120, 90], [120, 80, only(1)]).seen).toBe('120/70–90');
});

test('an extreme to check has its mark beside its own side', () => {
  expect(cellOf([118, 64], [60, 84], [126, 70]).seen).toBe('60?–126/64–84?');
});

test('a flagged pressure is seen in the place of the extremes, which are said', () => {
  const { seen, said } = cellOf([118, 64], [204, 88, flagConcept('HH')], [132, 41]);
  expect(seen).toContain('204/88');
  expect(said).toContain('lowest diastolic 132/41 mmHg');
});
