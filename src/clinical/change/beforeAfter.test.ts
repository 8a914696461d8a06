import { expect, test } from 'vitest';
import { emptyAccount } from '../series/account.ts';
import { plainRowKind } from '../observation/plainRowKind.ts';
import { beforeAfter } from './beforeAfter.ts';
import { relativeSeries, relativeValue } from '../series/relativeToRange.ts';
import type { Row, RowKind } from '../observation/resultRow.ts';
import type { Series } from '../series/series.ts';
import { DAY_MS } from '../time/durations.ts';

const day = (n: number) => Date.UTC(2026, 9, 1) + n * DAY_MS;

const at = (n: number, valueText: string, kind: Partial<RowKind> = {}): Row => ({
  id: `o${n}`,
  kind: { ...plainRowKind, unit: 'mmol/L', ...kind },
  timeMs: day(n),
  effective: new Date(day(n)).toISOString(),
  value: Number(valueText),
  valueText,
});

const series = (rows: readonly Row[], listed: readonly Row[] = []): Series => ({
  id: 'k',
  analyteId: 'k',
  name: 'Potassium',
  shortName: 'K',
  group: '',
  order: 1,
  unit: 'mmol/L',
  unitText: 'mmol/L',
  decimals: 1,
  axis: [3, 6.5],
  maxGapMs: 400 * DAY_MS,
  timesMs: Float64Array.from(rows, ({ timeMs }) => timeMs),
  values: Float64Array.from(rows, ({ value }) => value),
  rows,
  listed,
  account: emptyAccount,
});

const exactly = ({ timeMs, kind }: Row) =>
  [timeMs, kind.precision === 'month' ? timeMs + 31 * DAY_MS : timeMs] as const;
const read = (rows: readonly Row[], listed: readonly Row[] = []) =>
  beforeAfter(series(rows, listed), { startMs: day(0), endMs: day(60) }, day(20), exactly);

test('median, count and days on both sides; what was taken at the moment itself is before it', () => {
  const { before, after } = read([at(2, '4.7'), at(10, '4.8'), at(20, '4.9'), at(29, '5.4'), at(43, '5.8')]);
  expect(before).toEqual({ count: 3, median: 4.8, medianText: '4.8', days: 18 });
  expect(after).toMatchObject({ count: 2, medianText: '5.6', days: 23 });
});

test('the middle of two results keeps the digit that it needs, and no result gives no number', () => {
  expect(read([at(2, '4.8'), at(3, '4.9')]).before.medianText).toBe('4.85');
  expect(read([at(2, '4.8'), at(3, '5')]).before.medianText).toBe('4.9');
  expect(read([at(2, '4.8')]).after).toEqual({ count: 0, median: undefined, medianText: '', days: 0 });
});

test('limits, preliminary results, texts and inexact dates take no part and are counted', () => {
  const rows = [
    at(1, '4.7'),
    at(5, '3', { comparator: '<', drawing: 'point' }),
    at(10, '4.2', { precision: 'month', drawing: 'point' }),
    at(30, '9', { status: 'preliminary', drawing: 'point' }),
  ];
  const texts = [at(12, 'haemolysed', { drawing: 'listed', reason: 'text' })];
  const { before, after, notCounted } = read(rows, texts);
  expect([before.count, after.count]).toEqual([1, 0]);
  expect(notCounted).toMatchObject({ limits: 1, preliminary: 1, imprecise: 1, listed: 1 });
});

test('a date that is not exact counts where all of it lies on one side', () => {
  const { after } = read([at(25, '4.2', { precision: 'month', drawing: 'point' })]);
  expect(after.count).toBe(1);
});

test('nothing outside the window takes part', () => {
  const { before, after, notCounted } = read([at(-1, '1'), at(61, '9')], [at(70, 'text')]);
  expect([before.count, after.count, notCounted.listed]).toEqual([0, 0, 0]);
});

test('rule 18: a median stands for one method, and results by another one are no difference but counted', () => {
  const jaffe = { method: 'Jaffe' };
  const enzymatic = { method: 'enzymatic' };
  const { before, after, notCounted } = read([
    at(10, '1.3', jaffe),
    at(11, '1.3', jaffe),
    at(30, '1.1', enzymatic),
    at(31, '1.1', enzymatic),
  ]);
  expect(before).toMatchObject({ count: 0, median: undefined });
  expect(after).toMatchObject({ count: 2, medianText: '1.1' });
  expect(notCounted).toMatchObject({ notComparable: 2, change: 'method' });
  const blood = { method: 'ISE\nblood' };
  const mixed = read([at(10, '4.0', { method: 'ISE\nserum' }), at(11, '4.4', blood), at(30, '5.0', blood)]);
  expect(mixed.before).toMatchObject({ count: 1, medianText: '4.4' });
  expect(mixed.notCounted).toMatchObject({ notComparable: 1, change: 'specimen' });
});

test('rule 23: the same result sent twice counts once', () => {
  const first = at(10, '4.0');
  const { before, notCounted } = read([first, { ...first, id: 'again' }, at(11, '5.0'), at(30, '5.0')]);
  expect(before).toMatchObject({ count: 2, medianText: '4.5' });
  expect(notCounted.identical).toBe(1);
});

const band = (low?: number, high?: number) => ({ band: { low, high, isFromText: false } });

test('rule 10: 0 is the lower and 1 the upper limit of the range sent with that very result', () => {
  expect(relativeValue(at(1, '3.5', band(3.5, 5)))).toBe(0);
  expect(relativeValue(at(1, '5', band(3.5, 5)))).toBe(1);
  expect(relativeValue(at(1, '5', band(3, 4)))).toBe(2);
});

test('without two different limits a result has no place on the relative scale, and is counted', () => {
  const rows = [at(1, '4'), at(2, '4', band(undefined, 5)), at(3, '4', band(4, 4)), at(4, '4', band(3, 5))];
  const relative = relativeSeries(series(rows));
  expect(relative.withoutRangeCount).toBe(3);
  expect([...relative.series.values]).toEqual([0.5]);
  expect(relative.series.rows.at(0)?.valueText).toBe('4');
});
