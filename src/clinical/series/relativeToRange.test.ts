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
  expect(relative.withoutRangeCount).toBe(3);
  expect([...relative.series.values]).toEqual([0.5]);
  expect(relative.series.rows.at(0)?.valueText).toBe('4');
});
