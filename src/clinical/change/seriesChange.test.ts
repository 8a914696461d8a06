import { describe, expect, test } from 'vitest';
import { changeSince } from '../../testing/changeFixture.ts';
import { madeRow, madeSeries, seriesOfRows } from '../../testing/seriesFixture.ts';
import type { Row, RowKind } from '../observation/resultRow.ts';
import type { Series } from '../series/series.ts';
import { MINUTE_MS } from '../time/durations.ts';

const SINCE = '2026-11-01T00:00:00Z';

/** A result is a day such as "05-01" or a time such as "11-10T08:30" of 2026, and a value. */
const at = (when: string, text: string, kind: Partial<RowKind> = {}): Row => ({
  ...madeRow({ at: `2026-${when}${when.includes('T') ? ':00Z' : 'T08:00:00Z'}`, text, ...kind }),
  id: `${when} ${text}`,
});
const changeOf = (rows: readonly Row[], changes: Partial<Series> = {}) =>
  changeSince(seriesOfRows(rows, changes), SINCE);

describe('what is new', () => {
  test('is a result after the moment; one at the moment itself was before it', () => {
    const atMoment = at('11-01T00:00', '4.5');
    expect(() => changeOf([atMoment])).toThrow('nothing is newer');
    const change = changeOf([at('10-01', '4.4'), atMoment, at('11-01T00:01', '4.6')]);
    expect([change.row.valueText, change.before?.valueText]).toEqual(['4.6', '4.5']);
    expect(change.baseline?.rows.map(({ valueText }) => valueText)).toEqual(['4.4', '4.5']);
  });

  test('has nothing before it in a series that begins after the moment', () => {
    const change = changeOf([at('11-10', '4.5')]);
    expect(change).toMatchObject({ before: undefined, baseline: undefined, noDistanceReason: 'too few' });
    expect([change.excluded, change.concurrent, change.isInStay]).toEqual([[], [], false]);
  });

  test('of several at one moment is the farthest, whatever the order of arrival, with the others beside it', () => {
    const [near, far, middle] = ['4.6', '6.4', '5.0'].map((text) => at('11-10', text));
    for (const tied of [
      [near!, far!, middle!],
      [far!, middle!, near!],
      [middle!, near!, far!],
    ]) {
      const change = changeOf([at('09-01', '4.5'), at('10-01', '4.5'), ...tied]);
      expect(change.row.valueText).toBe('6.4');
      expect(change.concurrent.map(({ valueText }) => valueText).toSorted()).toEqual(['4.6', '5.0']);
    }
  });

  test('rule 44: is no month that may have been before the moment, although it may be as new', () => {
    const month = at('11-01T12:00', '6.4', { precision: 'month' });
    const change = changeOf([at('10-01', '4.5'), month, at('11-10', '4.6')]);
    expect([change.row.valueText, change.concurrent]).toEqual(['4.6', []]);
  });

  describe('rule 44: a date that holds the moment', () => {
    // A day stands at 09:59 UTC among exact times.
    const noon = '2026-11-12T06:00:00Z';
    const since = (...rows: readonly Row[]) => changeSince(seriesOfRows(rows), noon);
    const day = (text: string, kind: Partial<RowKind> = {}) =>
      at('11-12T09:59', text, { precision: 'day', ...kind });
    const earlier = [at('11-01', '4.5'), at('11-02', '4.4')];

    test('behind a newer result does not hide it, nor that it is critical', () => {
      const critical = since(...earlier, at('11-12', '7.1', { flag: 'HH' }), day('4.6'));
      expect([critical.row.valueText, critical.critical?.valueText]).toEqual(['7.1', '7.1']);
      expect(critical.baseline?.rows.map(({ valueText }) => valueText)).toEqual(['4.5', '4.4']);
      expect(since(...earlier, at('11-12', '6.1'), day('4.6')).row.valueText).toBe('6.1');
    });

    test('of a critical result is new, since it may be', () => {
      for (const flag of ['HH', 'LL', 'AA'] as const) {
        const change = since(...earlier, day('7.1', { flag }));
        expect([change.row.valueText, change.critical?.valueText]).toEqual(['7.1', '7.1']);
      }
      expect(since(...earlier, day('7.1', { flag: 'HH' }), at('11-13', '4.6')).critical?.valueText).toBe(
        '7.1',
      );
      const month = at('11-01T09:59', '7.1', { precision: 'month', flag: 'HH' });
      const others = [at('11-12T05:00', '4.4'), at('11-13', '4.6')];
      expect(since(month, ...others).critical?.valueText).toBe('7.1');
      expect(() => since(...earlier, day('6.1', { flag: 'H' }))).toThrow('nothing is newer');
      expect(() => since(...earlier, day('7.1', { flag: 'HH', status: 'preliminary' }))).toThrow(
        'nothing is newer',
      );
    });

    test('that ended before the moment is not new, critical or not', () => {
      const yesterday = at('11-11T09:59', '7.1', { precision: 'day', flag: 'HH' });
      expect(() => since(...earlier, yesterday)).toThrow('nothing is newer');
      expect(since(...earlier, yesterday, at('11-13', '4.6')).critical).toBeUndefined();
    });
  });

  test('critical is the newest result after the moment that the laboratory called critical', () => {
    const criticalOf = (...rows: readonly Row[]) => changeOf(rows).critical?.valueText;
    const last = at('11-12', '4.5');
    expect(criticalOf(at('11-05', '7.0', { flag: 'HH' }), at('11-06', '2.1', { flag: 'LL' }), last)).toBe(
      '2.1',
    );
    expect(criticalOf(at('11-01T00:00', '7.0', { flag: 'HH' }), last)).toBeUndefined();
    expect(criticalOf(at('11-05', '7.0', { flag: 'HH', status: 'preliminary' }), last)).toBeUndefined();
    expect(criticalOf(at('11-05', '5.4', { flag: 'H' }), last)).toBeUndefined();
  });
});

describe('the median of the baseline', () => {
  test('is that of the values in their order of size: eGFR is judged from it', () => {
    const egfr = { id: 'egfr', analyteId: 'egfr', unit: 'mL/min/{1.73_m2}', decimals: 0 };
    const before = ['60', '100', '62'].map((text, i) => at(`0${i + 7}-01`, text));
    expect(changeOf([...before, at('11-10', '64')], egfr).rule).toBeUndefined();
    expect(changeOf([...before, at('11-10', '49')], egfr).rule).toMatchObject({ referenceValue: 62 });
  });
});

describe('a monitor stream', () => {
  const START_MS = Date.parse('2026-11-10T08:00:00Z');
  const reading = (minutes: number, kind: Partial<RowKind> = {}): Row => ({
    ...madeRow({ at: new Date(START_MS + minutes * MINUTE_MS).toISOString(), text: '4.5', ...kind }),
    id: `reading ${minutes} ${kind.status ?? ''}`,
  });
  /** The readings end at three hours. */
  const readings = (...minutes: readonly number[]) => minutes.map((one) => reading(one));
  const isStream = (rows: readonly Row[]) => changeOf(rows).noDistanceReason === 'monitor';
  const eleven = readings(80, 90, 100, 110, 120, 130, 140, 150, 160, 170, 180);

  test('is twelve readings or more in the three hours up to the latest', () => {
    expect(isStream([...readings(70), ...eleven])).toBe(true);
    expect(isStream(eleven)).toBe(false);
  });

  test('counts a reading three hours before, and none before that or after the latest', () => {
    expect(isStream([...readings(0), ...eleven])).toBe(true);
    expect(isStream([...readings(-50, -40, -30, -20, -10, -1), ...eleven])).toBe(false);
    const later = [190, 200].map((one) => reading(one, { status: 'preliminary' }));
    expect(isStream([...eleven, ...later])).toBe(false);
  });

  test('counts readings of one moment once', () => {
    const again = eleven.map((row) => ({ ...row, id: `${row.id} again` }));
    const both = [...eleven, ...again].toSorted((a, b) => a.timeMs - b.timeMs);
    expect(isStream(both)).toBe(false);
  });

  test('is compared with nothing', () => {
    const change = changeOf([at('10-01', '4.1'), at('10-02', '4.2'), ...readings(70), ...eleven]);
    expect(change).toMatchObject({ noDistanceReason: 'monitor', decimals: 1, excluded: [] });
    expect([change.baseline, change.distance, change.rule]).toEqual([undefined, undefined, undefined]);
    expect('baseline' in change && 'rule' in change).toBe(true);
  });
});

describe('newly outside of its range', () => {
  const inside = at('10-01', '4.5', { flag: 'N' });
  const isNewlyOutside = (before: Row, last: Row) => changeOf([before, last]).isNewlyOutside;

  test.each(['H', 'L', 'A', 'HH', 'LL', 'AA'] as const)('is a result with the flag %s', (flag) => {
    expect(isNewlyOutside(inside, at('11-10', '4.6', { flag }))).toBe(true);
    expect(isNewlyOutside(at('10-01', '4.5', { flag }), at('11-10', '4.6', { flag: 'H' }))).toBe(false);
  });

  test.each(['', 'N', 'other'] as const)('is no result with the flag "%s"', (flag) => {
    expect(isNewlyOutside(inside, at('11-10', '4.6', { flag }))).toBe(false);
  });

  test('is a result outside of the range that was sent with it', () => {
    expect(isNewlyOutside(inside, at('11-10', '5.6', { outsideRange: 'above' }))).toBe(true);
    expect(isNewlyOutside(inside, at('11-10', '3.1', { outsideRange: 'below' }))).toBe(true);
  });

  const high = at('11-10', '5.6', { flag: 'H' });
  const band = { low: 3.5, high: 5.1, isFromText: false };

  test.each([
    ['at its lower limit', '3.5', {}, true],
    ['at its upper limit', '5.1', {}, true],
    ['within', '4.5', {}, true],
    ['below', '3.4', {}, false],
    ['above', '5.2', {}, false],
    ['below a range that has no upper limit', '3.4', { high: undefined }, false],
    ['far above a range that has no upper limit', '99', { high: undefined }, true],
    ['above a range that has no lower limit', '5.2', { low: undefined }, false],
    ['far below a range that has no lower limit', '0.1', { low: undefined }, true],
  ])('was the result before inside of its own range, %s?', (_, text, limits, expected) => {
    expect(isNewlyOutside(at('10-01', text, { band: { ...band, ...limits } }), high)).toBe(expected);
  });

  test('the result before was not inside where it was found outside, also by less than is drawn', () => {
    expect(isNewlyOutside(at('10-01', '5.1', { band, outsideRange: 'above' }), high)).toBe(false);
  });

  test('a limit of which every number lies inside was inside, as a troponin below what can be measured', () => {
    const upTo14 = { high: 14, low: undefined, isFromText: false };
    const raised = at('11-10', '80', { outsideRange: 'above' });
    expect(isNewlyOutside(at('10-01', '3', { band: upTo14, comparator: '<' }), raised)).toBe(true);
    expect(isNewlyOutside(at('10-01', '20', { band: upTo14, comparator: '<' }), raised)).toBe(false);
    expect(isNewlyOutside(at('10-01', '10', { band: upTo14, comparator: '>' }), raised)).toBe(false);
  });

  test('nothing is inside of "0 or higher", nor at a limit that is itself outside', () => {
    const fromZero = { low: 0, high: undefined, isFromText: false };
    const below = { low: undefined, high: 5.1, isFromText: true };
    expect(isNewlyOutside(at('10-01', '4', { band: fromZero }), high)).toBe(false);
    expect(isNewlyOutside(at('10-01', '5.1', { band: below, rangeText: '<5.1' }), high)).toBe(false);
    expect(isNewlyOutside(at('10-01', '5.0', { band: below, rangeText: '<5.1' }), high)).toBe(true);
  });

  test('nobody knows it after a limit, after words without a direction, or without flag and range', () => {
    expect(isNewlyOutside(at('10-01', '4', { band, comparator: '<' }), high)).toBe(false);
    expect(isNewlyOutside(at('10-01', '4', { band, flag: 'other' }), high)).toBe(false);
    expect(isNewlyOutside(at('10-01', '4'), high)).toBe(false);
    expect(changeOf([high]).isNewlyOutside).toBe(false);
  });
});

test('a computed number has at most two decimals more than the measure usually has', () => {
  const decimals = (...texts: readonly string[]) =>
    changeSince(
      madeSeries([
        { at: '2026-10-01T08:00:00Z', text: texts[0]! },
        { at: '2026-11-10T08:00:00Z', text: texts[1]! },
      ]),
      SINCE,
    ).decimals;
  expect(decimals('4.5', '5')).toBe(1);
  expect(decimals('4', '5.25')).toBe(2);
  expect(decimals('4.123456789', '5')).toBe(3);
});
