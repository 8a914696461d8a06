import { describe, expect, test } from 'vitest';
import { madeRow, madeSeries, seriesOfRows } from '../../../testing/seriesFixture.ts';
import type { Row, RowKind } from '../../observation/resultRow.ts';
import { isCancelled, newerUncharted, newestResult } from './newerUncharted.ts';
import type { Series } from '../series.ts';

const listedOn = (day: number, text: string, changes: Partial<RowKind> = {}): Row =>
  madeRow({
    at: `2026-03-0${day}T08:00:00Z`,
    text,
    value: Number.NaN,
    drawing: 'listed',
    reason: 'text',
    ...changes,
  });
/** A day without a time stands here among moments. */
const TIME_OF_DAY_MS = Date.parse('2026-03-02T09:59:00Z');
const charted = { at: '2026-03-02T08:00:00Z', text: '4.2' };
const newerIn = (series: Series): readonly string[] =>
  newerUncharted([series], [series]).map(
    ({ manner, order, lead: { row } }) => `${manner} ${order} ${row.valueText || row.kind.reason}`,
  );
const newerOf = (...listed: readonly Row[]) => newerIn(madeSeries([charted], { listed }));

describe('rule 36: a cancelled test is no result', () => {
  test.each([
    ['cancelled', 'status', true],
    ['canceled', 'status', true],
    ['cancelled by the ward', 'status', false],
    ['not cancelled', 'status', false],
    ['registered', 'status', false],
    ['cancelled', 'another-subject', false],
  ] as const)('%s, listed for %s', (status, reason, expected) => {
    expect(isCancelled(listedOn(9, '', { status, reason }).kind)).toBe(expected);
  });
});

describe('rules 13 and 34: what counts as a newer result', () => {
  test.each<[string, string, Partial<RowKind>, readonly string[]]>([
    ['without a value', '', { reason: 'no-value' }, ['listed after no-value']],
    ['registered without a value', '', { reason: 'status', status: 'registered' }, []],
    ['registered with a value', '6.1', { reason: 'status', status: 'registered' }, ['listed after 6.1']],
    [
      'registered without a value, but with a critical flag',
      '',
      { reason: 'status', status: 'registered', flag: 'HH' },
      ['listed after status'],
    ],
    ['preliminary without a value', '', { reason: 'no-value', status: 'preliminary' }, []],
    [
      'preliminary, of which the value is hidden',
      '',
      { reason: 'preliminary-hidden', status: 'preliminary' },
      ['listed after preliminary-hidden'],
    ],
    ['about another subject', '6.1', { reason: 'another-subject' }, []],
    ['a quality control', '6.1', { reason: 'quality-control', flag: 'HH' }, []],
    ['a panel', '6.1', { reason: 'panel' }, []],
    ['of an impossible time', '6.1', { hasImpossibleTime: true }, []],
  ])('%s', (_, text, changes, expected) => {
    expect(newerOf(listedOn(9, text, changes))).toEqual(expected);
  });

  test.each<[string, Partial<RowKind>, readonly string[]]>([
    ['final', {}, []],
    ['critical and listed', { flag: 'HH' }, ['listed same-time 6.1']],
    ['abnormal and listed', { flag: 'H' }, []],
  ])('at the very moment of the latest: %s', (_, changes, expected) => {
    expect(newerOf(listedOn(2, '6.1', changes))).toEqual(expected);
  });

  // A server that gives the final result an id of its own keeps the preliminary one. Only the same value tells that it became final.
  test.each([
    ['is of the same time', '9.9', 'HH', '', ['preliminary same-time 9.9']],
    ['became final', '4.2', 'HH', 'HH', []],
    ['is the only one of two copies with the flag', '4.2', 'HH', '', ['preliminary same-time 4.2']],
    ['that is merely high is in the tables alone', '9.9', 'H', '', []],
  ] as const)(
    'a preliminary number of the moment of the latest %s: %s %s',
    (_, text, flag, latestFlag, said) => {
      const series = madeSeries([
        { ...charted, flag: latestFlag },
        { ...charted, text, status: 'preliminary', flag },
      ]);
      expect(newerIn(series)).toEqual(said);
    },
  );

  test('a critical copy of the latest without a point stands beside it, although it has the same value', () => {
    expect(newerOf(listedOn(2, '4.2', { flag: 'HH' }))).toEqual(['listed same-time 4.2']);
    expect(newerOf(listedOn(2, '4.2'))).toEqual([]);
  });

  test('a final number of the day of the latest has a point, and is not newer', () => {
    const day = { ...madeRow({ ...charted, text: '5', precision: 'day' }), timeMs: TIME_OF_DAY_MS };
    const [latest] = [...madeSeries([charted]).rows];
    expect(newerIn(seriesOfRows([latest!, day]))).toEqual([]);
  });

  test('a text of a moment of the day of the latest may be newer', () => {
    const day = { ...madeRow({ ...charted, precision: 'day' }), timeMs: TIME_OF_DAY_MS };
    const series = (text: Row) => seriesOfRows([day], { listed: [text] });
    expect(newerIn(series(listedOn(2, 'clotted')))).toEqual(['listed perhaps-after clotted']);
    expect(newerIn(series(listedOn(4, 'clotted')))).toEqual(['listed after clotted']);
  });

  test('a date that may be as old as a year is looked at, and an older one is none', () => {
    const dated = (text: string, date: string, precision: 'year' | 'day'): Row => ({
      ...listedOn(1, text, { precision }),
      timeMs: Date.parse(`${date}T09:59:00Z`),
    });
    expect(newerOf(dated('a', '2026-01-01', 'year'), dated('b', '2025-01-01', 'year'))).toEqual([
      'listed perhaps-after a',
    ]);
    const atEndOfYear = madeSeries([{ at: '2026-12-31T23:00:00Z', text: '4.2' }], {
      listed: [dated('a', '2026-01-01', 'year')],
    });
    expect(newerIn(atEndOfYear)).toEqual(['listed perhaps-after a']);
  });
});

describe('a series without a curve', () => {
  const without = (...listed: readonly Row[]) => madeSeries([], { listed });

  test('is shown by a result that is not newer than itself, critical, with or without a time', () => {
    const critical = listedOn(9, 'called', { flag: 'HH' });
    expect(newerIn(without(critical))).toEqual([]);
    expect(newerIn(without({ ...critical, timeMs: Number.NaN }))).toEqual([]);
    expect(newerIn(without(critical, listedOn(9, 'called', { flag: 'HH' })))).toEqual([]);
  });

  test('another critical one of its moment, or without a time, stands beside it', () => {
    const [one, other] = [listedOn(9, 'one', { flag: 'HH' }), listedOn(9, 'other', { flag: 'HH' })];
    expect(newerIn(without(one, other))).toEqual(['listed same-time other']);
    expect(newerIn(without(one, { ...other, timeMs: Number.NaN }))).toEqual(['listed perhaps-after other']);
  });

  test('is shown by the newest that is a result, else by what there is', () => {
    const cancelled = listedOn(9, '', { reason: 'status', status: 'cancelled' });
    expect(newestResult(without(cancelled, listedOn(8, 'clotted')))?.valueText).toBe('clotted');
    expect(newestResult(without(cancelled))).toBe(cancelled);
    expect(newestResult(without())).toBeUndefined();
  });

  test('of equally new ones the most severe, of equally severe ones the first stands for it', () => {
    const [plain, high, critical] = (['', 'H', 'HH'] as const).map((flag) =>
      listedOn(9, `flag ${flag}`, { flag }),
    );
    expect(newestResult(without(plain!, high!, critical!))).toBe(critical);
    expect(newestResult(without(plain!, high!))).toBe(high);
    const [undated, undatedHigh] = [plain!, high!].map((row) => ({ ...row, timeMs: Number.NaN }));
    expect(newestResult(without(undated!, undatedHigh!))).toBe(undatedHigh);
    expect(newestResult(without(plain!, undatedHigh!))).toBe(plain);
    expect(newestResult(without(plain!, listedOn(9, 'again')))).toBe(plain);
    expect(newestResult(without(listedOn(9, 'new'), listedOn(8, 'old', { flag: 'HH' })))?.valueText).toBe(
      'new',
    );
  });

  test('a day that may be as new as the newest moment counts with it', () => {
    const day = { ...listedOn(9, 'of the day', { flag: 'H', precision: 'day' }), timeMs: TIME_OF_DAY_MS };
    const moment = { ...listedOn(2, 'at noon'), timeMs: TIME_OF_DAY_MS + 1 };
    expect(newestResult(without(moment, day))).toBe(day);
    expect(newestResult(without({ ...moment, timeMs: TIME_OF_DAY_MS + 1e9 }, day))?.valueText).toBe(
      'at noon',
    );
  });

  test('a preliminary number that is drawn stands for it before any listed one', () => {
    const series = madeSeries([{ ...charted, status: 'preliminary' }], { listed: [listedOn(9, 'clotted')] });
    expect(newestResult(series)?.valueText).toBe('4.2');
    expect(newerIn(series)).toEqual(['listed after clotted']);
  });
});
