import { expect, test } from 'vitest';
import { relativeSeries, relativeValue } from './relativeToRange.ts';
import type { Row, RowKind } from '../observation/resultRow.ts';
import { madeRow, seriesOfRows } from '../../testing/seriesFixture.ts';

const at = (day: number, text: string, kind: Partial<RowKind> = {}): Row =>
  madeRow({ at: `2026-10-0${day}T00:00:00Z`, text, ...kind });

const band = (low?: number, high?: number) => ({ band: { low, high, isFromText: false } });

test('rule 10: 0 is the lower and 1 the upper limit of the range sent with that very result', () => {
  expect(relativeValue(at(1, '3.5', band(3.5, 5)))).toBe(0);
  expect(relativeValue(at(1, '5', band(3.5, 5)))).toBe(1);
  expect(relativeValue(at(1, '5', band(3, 4)))).toBe(2);
});

test('without two different limits a result has no place on the relative scale, and is counted', () => {
  const rows = [at(1, '4'), at(2, '4', band(undefined, 5)), at(3, '4', band(4, 4)), at(4, '4', band(3, 5))];
  const relative = relativeSeries(seriesOfRows(rows));
  expect(relative.withoutPlaceCount).toBe(3);
  expect([...relative.series.values]).toEqual([0.5]);
  expect(relative.series.rows.at(0)?.valueText).toBe('4');
});

test('rule 17: a number that may have another unit than its range has no place, and one that is only unusual has', () => {
  const [unit, value] = (['unit', 'value'] as const).map((checkKind) =>
    at(1, '4', { ...band(3, 5), check: 'check', checkKind }),
  );
  expect(relativeValue(unit!)).toBeUndefined();
  expect(relativeValue(value!)).toBe(0.5);
  expect(relativeSeries(seriesOfRows([unit!, value!])).withoutPlaceCount).toBe(1);
});

test('a series on that scale has a range from 0 to 1 and a y range around it, and its times', () => {
  const rows = [at(1, '4', band(3, 5)), at(2, '4'), at(3, '5', band(3, 5)), at(4, '2', band(2, 4))];
  const { series } = relativeSeries(seriesOfRows(rows));
  expect(series.axis).toEqual([-1, 2]);
  expect([...series.values]).toEqual([0.5, 1, 0]);
  expect([...series.timesMs]).toEqual([rows[0], rows[2], rows[3]].map((row) => row!.timeMs));
  const kinds = series.rows.map(({ kind }) => kind);
  for (const kind of kinds) expect(kind.band).toEqual({ low: 0, high: 1, isFromText: false });
  expect(kinds.map(({ unit }) => unit)).toEqual(['mmol/L', 'mmol/L', 'mmol/L']);
  // Rows that share a kind still do.
  expect([kinds[0] === kinds[1], kinds[0] === kinds[2]]).toEqual([true, false]);
});

test('a range upside down has no scale', () => {
  expect(relativeValue(at(1, '4', band(5, 3)))).toBeUndefined();
  expect(relativeValue(at(1, '4', band(3)))).toBeUndefined();
});
