import { expect, test } from 'vitest';
import type { Row, RowKind } from '../observation/resultRow.ts';
import { windowStatistics } from './windowStatistics.ts';
import { madeRow, seriesOfRows } from '../../testing/seriesFixture.ts';
import { DAY_MS } from '../time/durations.ts';

const day = (n: number) => Date.UTC(2026, 0, 1) + n * DAY_MS;

const at = (n: number, text: string, kind: Partial<RowKind> = {}): Row => ({
  ...madeRow({ at: new Date(day(n)).toISOString(), text, ...kind }),
  id: `o${n}`,
});

const exactly = ({ timeMs, kind }: Row) =>
  [timeMs, kind.precision === 'month' ? timeMs + 31 * DAY_MS : timeMs] as const;
const read = (rows: readonly Row[], listed: readonly Row[] = []) =>
  windowStatistics(seriesOfRows(rows, { listed }), { startMs: day(0), endMs: day(60) }, exactly);

test('median, lowest and highest of the results in the window, with their count', () => {
  const found = read([at(-1, '9.9'), at(1, '4.6'), at(2, '5.8'), at(3, '4.7'), at(61, '1.1')]);
  expect(found).toMatchObject({ count: 3, medianText: '4.7' });
  expect(found?.lowest).toMatchObject({ occurrences: 1, row: { valueText: '4.6' } });
  expect(found?.highest).toMatchObject({ occurrences: 1, row: { valueText: '5.8' } });
});

test('rule 14: the median has the decimals that were sent, and one more where it lies between two results', () => {
  expect(read([at(1, '4.6'), at(2, '4.8')])?.medianText).toBe('4.7');
  expect(read([at(1, '4.6'), at(2, '4.7')])?.medianText).toBe('4.65');
  expect(read([at(1, '7.0'), at(2, '7.0')])?.medianText).toBe('7.0');
});

test('rules 14 and 16: a median that is one of the results has the decimals with which that one is shown', () => {
  const inPounds = (n: number, text: string): Row =>
    at(n, text, { value: Number(text) * 0.45359237, isConverted: true, unit: 'lb' } as Partial<RowKind>);
  expect(read([inPounds(1, '154'), inPounds(2, '160'), inPounds(3, '170')])?.medianText).toBe('72.6');
  expect(read([at(1, '4'), at(2, '4.25'), at(3, '3')])?.medianText).toBe('4');
  expect(read([at(1, '4'), at(2, '4.25')])?.medianText).toBe('4.125');
});

test('rule 14: a very small median keeps its digits, and none is minus zero', () => {
  const medianOf = (...texts: readonly string[]) => read(texts.map((text, i) => at(i + 1, text)))?.medianText;
  expect(medianOf('0.00000012', '0.00000034', '0.00000050')).toBe('0.00000034');
  expect(medianOf('0.00000012', '0.00000034')).toBe('0.00000023');
  expect(medianOf('-0.1', '0.1')).toBe('0.0');
  expect(medianOf('-0.4', '-0.0', '0.3')).toBe('0.0');
  expect(medianOf('12345678', '12345679')).toBe('12345678.5');
});

test('of several lowest results the first is named, and how often there were such', () => {
  const { lowest, highest } = read([at(1, '5.0'), at(2, '4.6'), at(3, '4.6'), at(4, '5.0')])!;
  expect([lowest.row.id, lowest.occurrences]).toEqual(['o2', 2]);
  expect([highest.row.id, highest.occurrences]).toEqual(['o1', 2]);
});

test('rules 20, 34: limits, preliminary results and texts take no part and are counted', () => {
  const found = read(
    [
      at(1, '4.6'),
      at(2, '0.1', { comparator: '<', drawing: 'point' }),
      at(3, '9.9', { status: 'preliminary', drawing: 'point' }),
      at(4, '4.8'),
    ],
    [at(5, 'hemolyzed', { drawing: 'listed', reason: 'text' }), at(70, 'later', { drawing: 'listed' })],
  );
  expect(found).toMatchObject({
    count: 2,
    lowest: { row: { valueText: '4.6' } },
    highest: { row: { valueText: '4.8' } },
  });
  expect(found?.notCounted).toMatchObject({
    limits: 1,
    preliminary: 1,
    listed: 1,
    notComparable: 0,
    identical: 0,
  });
});

test('rule 18: results by another method are never of one median', () => {
  const found = read([
    at(1, '4.4', { method: 'new' }),
    at(2, '90', { method: 'old' }),
    at(3, '91', { method: 'old' }),
    at(4, '4.8', { method: 'new' }),
  ]);
  expect(found).toMatchObject({
    count: 2,
    lowest: { row: { valueText: '4.4' } },
    highest: { row: { valueText: '4.8' } },
  });
  expect(found?.notCounted).toMatchObject({ notComparable: 2, change: 'method' });
});

test('rule 23: the same result once more counts once', () => {
  const found = read([at(1, '4.6'), { ...at(1, '4.6'), id: 'again' }, at(2, '5.0')]);
  expect(found).toMatchObject({ count: 2, medianText: '4.8', notCounted: { identical: 1 } });
});

test('rule 44: a month that an edge of the window cuts is not in it', () => {
  const month = { precision: 'month', drawing: 'point' } as const;
  const found = read([at(1, '4.6'), at(2, '4.8', month), at(3, '5.0'), at(40, '5.5', month)]);
  expect(found).toMatchObject({ count: 3, notCounted: { imprecise: 1 } });
});

test('of fewer than two results nothing is said', () => {
  expect(read([])).toBeUndefined();
  expect(read([at(1, '4.6'), at(90, '4.6')])).toBeUndefined();
  expect(read([at(1, '4.6', { method: 'old' }), at(2, '4.6', { method: 'new' })])).toBeUndefined();
});

test('rules 17 and 22: results to check, for their value, specimen or date, are counted and told', () => {
  const nothing = { notes: [], collected: '', oxygen: '' };
  const told = { ...nothing, told: { by: 'specimen', words: 'hemolyzed' } } as const;
  const toCheck = (rows: readonly Row[]) => read(rows)?.toCheck;
  expect(toCheck([at(1, '4.6'), at(2, '4.7')])).toBe(0);
  expect(toCheck([at(1, '4.6'), at(2, '7.1', { condition: 'hemolyzed' })])).toBe(1);
  expect(toCheck([{ ...at(1, '6.8'), attached: told }, at(2, '7.1', { condition: 'hemolyzed' })])).toBe(2);
  expect(toCheck([{ ...at(1, '4.6'), attached: nothing }, at(2, '4.7')])).toBe(0);
  expect(toCheck([at(1, '4.6'), at(2, '17.2', { check: 'check value', checkKind: 'value' })])).toBe(1);
  expect(toCheck([at(1, '4.6'), at(2, '4.7', { absentReason: 'error' })])).toBe(1);
  expect(toCheck([at(1, '4.6'), { ...at(2, '4.7'), attached: { ...nothing, isAfterDeath: true } }])).toBe(1);
  expect(toCheck([at(1, '4.6'), { ...at(2, '4.7'), attached: { ...nothing, oxygen: 'on 2 L/min' } }])).toBe(
    0,
  );
  expect(toCheck([at(1, '4.6c'), at(2, '7.1HH')])).toBe(0);
});
