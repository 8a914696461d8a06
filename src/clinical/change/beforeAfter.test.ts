import { expect, test } from 'vitest';
import { beforeAfter } from './beforeAfter.ts';
import type { Row, RowKind } from '../observation/resultRow.ts';
import { madeRow, seriesOfRows } from '../../testing/seriesFixture.ts';
import { DAY_MS } from '../time/durations.ts';

const day = (n: number) => Date.UTC(2026, 9, 1) + n * DAY_MS;

const at = (n: number, text: string, kind: Partial<RowKind> = {}): Row => ({
  ...madeRow({ at: new Date(day(n)).toISOString(), text, ...kind }),
  id: `o${n}`,
});

const exactly = ({ timeMs, kind }: Row) =>
  [timeMs, kind.precision === 'month' ? timeMs + 31 * DAY_MS : timeMs] as const;
const read = (rows: readonly Row[], listed: readonly Row[] = []) =>
  beforeAfter(seriesOfRows(rows, { listed }), { startMs: day(0), endMs: day(60) }, day(20), exactly);

test('median, count and days on both sides; what was taken at the moment itself is before it', () => {
  const { before, after } = read([at(2, '4.7'), at(10, '4.8'), at(20, '4.9'), at(29, '5.4'), at(43, '5.8')]);
  expect(before).toEqual({ toCheck: 0, count: 3, median: 4.8, medianText: '4.8', days: 18 });
  expect(after).toMatchObject({ count: 2, medianText: '5.6', days: 23 });
});

test('the median is that of the results in their order of size', () => {
  const { before, after } = read([
    at(2, '9.0'),
    at(3, '4.1'),
    at(4, '4.4'),
    at(30, '4.0'),
    at(31, '3.1'),
    at(32, '3.6'),
  ]);
  expect([before.median, after.median]).toEqual([4.4, 3.6]);
});

test('the middle of two results keeps the digit that it needs, and no result gives no number', () => {
  expect(read([at(2, '4.8'), at(3, '4.9')]).before.medianText).toBe('4.85');
  expect(read([at(2, '4.8'), at(3, '5')]).before.medianText).toBe('4.9');
  expect(read([at(2, '4.8')]).after).toEqual({
    toCheck: 0,
    count: 0,
    median: undefined,
    medianText: '',
    days: 0,
  });
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
