import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  byDistanceFromBaseline,
  changeAgainstBaseline,
  latestSince,
  type BaselineChange,
} from './personalBaseline.ts';
import { seriesOfResults, type SentResult } from '../../testing/readSeriesFixture.ts';
import type { Row } from '../observation/resultRow.ts';
import { DAY_MS } from '../time/durations.ts';

const SINCE_MS = Date.parse('2026-08-26T00:00:00Z');

const LENGTHS_MS = { instant: 0, none: 0, day: DAY_MS, month: 31 * DAY_MS, year: 366 * DAY_MS };

/** Returns the first and the last moment in UTC that the date of a row can mean. */
function spanInUtc({ timeMs, kind }: Row): readonly [number, number] {
  const fromMs = kind.precision === 'instant' ? timeMs : Math.floor(timeMs / DAY_MS) * DAY_MS;
  return [fromMs, fromMs + LENGTHS_MS[kind.precision]];
}

/** Makes one result a month from January on. */
const earlier = (...values: readonly string[]): SentResult[] =>
  values.map((value, i) => ({ at: `2026-0${i + 1}-05T08:00:00Z`, value }));
const newest = (value: string, more: object = {}): SentResult => ({
  at: '2026-11-12T08:10:00Z',
  value,
  more,
});

function changeOf(...sent: readonly SentResult[]): BaselineChange | undefined {
  const [series, more] = seriesOfResults(sent);
  if (series === undefined || more !== undefined) throw new Error('expected one series');
  return changeAgainstBaseline(series, SINCE_MS, spanInUtc);
}
const textsOf = (change: BaselineChange | undefined): string[] | undefined =>
  change?.baseline.rows.map(({ valueText }) => valueText);

describe('the usual of a series', () => {
  test('is median, spread, lowest and highest of what was before the moment', () => {
    const change = changeOf(...earlier('4.5', '4.9', '4.6', '4.8'), newest('5.8'));
    expect(change?.row.valueText).toBe('5.8');
    expect(change).toMatchObject({ direction: 'up', decimals: 1 });
    expect(change?.baseline).toMatchObject({ low: 4.5, high: 4.9 });
    expect(change?.baseline.median).toBeCloseTo(4.7);
    expect(change?.baseline.spread).toBeCloseTo(0.15);
    expect(change?.distance).toBeCloseTo(1.1 / (1.4826 * 0.15));
  });

  test('takes the newest eight, and nothing from after the moment but the result itself', () => {
    const change = changeOf(
      { at: '2020-01-01T08:00:00Z', value: '3.0' },
      ...earlier('4.1', '4.2', '4.3', '4.4', '4.5', '4.6', '4.7', '4.8'),
      { at: '2026-09-05T08:00:00Z', value: '5.5' },
      newest('3.1'),
    );
    expect(textsOf(change)).toEqual(['4.1', '4.2', '4.3', '4.4', '4.5', '4.6', '4.7', '4.8']);
    expect(change?.direction).toBe('down');
  });

  test('needs three earlier results', () => {
    expect(changeOf(...earlier('4.5', '4.9'), newest('6.8'))).toBeUndefined();
    expect(changeOf(...earlier('4.5', '4.9', '4.7'), newest('6.8'))).toBeDefined();
  });

  test('rules 20 and 34: limits and preliminary results are part of nothing', () => {
    const others = [
      { at: '2026-04-05T08:00:00Z', value: '<9.0' },
      { at: '2026-05-05T08:00:00Z', value: '9.1', more: { status: 'preliminary' } },
      { at: '2026-06-05T08:00:00Z', value: '9.2', more: { status: 'entered-in-error' } },
    ];
    expect(changeOf(...earlier('4.5', '4.9'), ...others, newest('6.8'))).toBeUndefined();
    const change = changeOf(...earlier('4.5', '4.9', '4.7'), ...others, newest('5.8'), {
      at: '2026-11-20T08:00:00Z',
      value: '5.3',
      more: { status: 'preliminary' },
    });
    expect([change?.row.valueText, textsOf(change)]).toEqual(['5.8', ['4.5', '4.9', '4.7']]);
  });

  test('rule 20: where the latest is a limit nothing is compared, as on the tile', () => {
    const sent = [
      ...earlier('4.5', '4.9', '4.7'),
      newest('5.8'),
      { at: '2026-11-20T08:00:00Z', value: '<3.0' },
    ];
    expect(changeOf(...sent)).toBeUndefined();
    const [series] = seriesOfResults(sent);
    expect(series && latestSince(series, SINCE_MS, spanInUtc)?.valueText).toBe('3.0');
  });

  test.each([
    ['method', { method: { text: 'Flame photometry' } }],
    ['specimen', { specimen: { display: 'Capillary blood' } }],
  ])('rules 6 and 18: results of another %s are not compared', (_, more) => {
    const other = earlier('4.5', '4.9', '4.7').map((one) => ({ ...one, more }));
    expect(changeOf(...other, newest('5.8'))).toBeUndefined();
    expect(changeOf(...other, newest('5.8', more))).toBeDefined();
    const both = [{ at: '2026-06-05T08:00:00Z', value: '4.0' }, ...other];
    expect(textsOf(changeOf(...both, newest('5.8', more)))).toEqual(['4.5', '4.9', '4.7']);
  });

  test('rule 16: a converted result is compared with what was converted from the same unit, not with the others', () => {
    const inPounds = (value: number | string) => ({
      code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
      valueQuantity: {
        value: Number(value),
        unit: 'lb',
        code: '[lb_av]',
        system: 'http://unitsofmeasure.org',
      },
    });
    const inKilograms = (value: string) => ({
      ...inPounds(value),
      valueQuantity: { value: Number(value), unit: 'kg', code: 'kg', system: 'http://unitsofmeasure.org' },
    });
    const pounds = earlier('200', '201', '202').map((one) => ({ ...one, more: inPounds(one.value) }));
    expect(changeOf(...pounds, newest('99', inKilograms('99')))).toBeUndefined();
    const change = changeOf(...pounds, newest('220', inPounds('220')));
    expect(change?.baseline.median).toBeCloseTo(91.17, 1);
    expect(change?.row.value).toBeCloseTo(99.8, 1);
  });

  test('rule 23: identical results under two ids count once, different ones of one moment all count', () => {
    const [first] = earlier('4.5');
    const twins = [1, 2, 3].map((id) => ({
      at: '2026-02-05T08:00:00Z',
      value: '4.9',
      more: { id: `o${id}` },
    }));
    expect(changeOf(first!, ...twins, newest('5.8'))).toBeUndefined();
    const differing = ['4.6', '4.7', '4.8'].map((value) => ({ at: '2026-02-05T08:00:00Z', value }));
    expect(textsOf(changeOf(...differing, newest('5.8')))).toHaveLength(3);
  });

  test('a date that is not exact takes part only where it surely lies on one side of the moment', () => {
    const dates = ['2026-08-25', '2026-08-26', '2026-08', '2026-07', '2025'].map((at) => ({
      at,
      value: '4.7',
    }));
    expect(textsOf(changeOf(...dates, newest('5.8')))).toHaveLength(3);
    expect(changeOf(...earlier('4.5', '4.9', '4.7'), { at: '2026', value: '5.8' })).toBeUndefined();
    expect(changeOf(...earlier('4.5', '4.9', '4.7'), { at: '2026-11', value: '5.8' })).toBeDefined();
  });
});

describe('the distance', () => {
  test('noise after results that were all alike is not far', () => {
    const change = changeOf(...earlier('4.5', '4.5', '4.5'), newest('4.6'));
    expect(change?.baseline.spread).toBe(0);
    expect(change?.distance).toBeLessThan(1);
  });

  test('without a fixed range it is never counted in less than a hundredth of the usual, nor than one last decimal', () => {
    const unknown = (value: number | string, unit = 'U/L') => ({
      code: { text: 'Something new' },
      valueQuantity: { value: Number(value), unit },
    });
    const sent = (values: readonly string[], last: string) => [
      ...earlier(...values).map((one) => ({ ...one, more: unknown(one.value) })),
      newest(last, unknown(last)),
    ];
    expect(changeOf(...sent(['900', '900', '900'], '918'))?.distance).toBeCloseTo(2);
    expect(changeOf(...sent(['3', '3', '3'], '5'))?.distance).toBeCloseTo(2);
    expect(changeOf(...sent(['0', '0', '0'], '0'))).toMatchObject({ distance: 0, direction: 'same' });
  });

  test('a fraction of many digits does not make the decimals of the difference', () => {
    const change = changeOf(...earlier('4.5', '4.90294555', '4.7'), newest('5.8'));
    expect(change?.decimals).toBe(3);
  });
});

/** Most results are plain, so that there is something to rank; the others are whatever a server may send. */
const mostly = <T>(usual: fc.Arbitrary<T>, ...rare: readonly T[]) =>
  fc.oneof({ weight: 8, arbitrary: usual }, { weight: 1, arbitrary: fc.constantFrom(...rare) });

const anyResults = fc.array(
  fc.record({
    at: mostly(
      fc.constantFrom('2026-01-05T08:00:00Z', '2026-02-05T08:00:00Z', '2026-03-05', '2026-11-12T08:00:00Z'),
      '2024',
      '2026-08',
      '2026-08-25',
      '2026-08-26T00:00:00Z',
      '2026-09-01',
      'x',
    ),
    value: mostly(fc.constantFrom('4.5', '4.70', '5', '4.9', '0'), '<3', '1e300', '-1e300', 'x'),
    more: mostly<object>(
      fc.constantFrom({}, { code: { coding: [{ system: 'http://loinc.org', code: '2777-1' }] } }),
      { status: 'preliminary' },
      { method: { text: 'Flame photometry' } },
      { code: { text: 'Something new' } },
      { valueQuantity: { value: 40, unit: 'bananas' } },
      { valueQuantity: { value: 5, unit: 'mEq/L' } },
    ),
  }),
  { maxLength: 40, size: 'max' },
);

/** The ids follow from the content, so that they stay the same in another order. */
const anySent = anyResults.map((results) =>
  results.map((one) => ({ ...one, id: JSON.stringify([one.at, one.value, one.more]) })),
);

/** Returns the changes in their order, as plain values that can be compared. */
const ranked = (sent: readonly SentResult[]) =>
  seriesOfResults(sent)
    .flatMap((series) => changeAgainstBaseline(series, SINCE_MS, spanInUtc) ?? [])
    .toSorted(byDistanceFromBaseline)
    .map(({ series, row, baseline, distance }) => [
      series.id,
      row.id,
      baseline.rows.map(({ id }) => id),
      distance,
    ]);

const shuffled = anySent.chain((sent) =>
  fc.tuple(fc.constant(sent), fc.shuffledSubarray(sent, { minLength: sent.length })),
);

test('the order in which results arrive never changes the ranking', () => {
  fc.assert(
    fc.property(shuffled, ([sent, other]) => {
      expect(ranked(other)).toEqual(ranked(sent));
    }),
  );
});

test('whatever is sent nothing throws, every distance is a number, and a usual has one unit and one method', () => {
  fc.assert(
    fc.property(anySent, (sent) => {
      for (const series of seriesOfResults(sent)) {
        const change = changeAgainstBaseline(series, SINCE_MS, spanInUtc);
        if (change === undefined) continue;
        const { row, baseline, distance } = change;
        expect(Number.isFinite(distance)).toBe(true);
        expect(baseline.rows.length).toBeGreaterThanOrEqual(3);
        expect(baseline.rows.length).toBeLessThanOrEqual(8);
        expect(new Set([row, ...baseline.rows].map(({ kind }) => kind.seriesId))).toEqual(
          new Set([series.id]),
        );
        expect(new Set([row, ...baseline.rows].map(({ kind }) => kind.method)).size).toBe(1);
        expect(baseline.rows.every((one) => spanInUtc(one)[1] <= SINCE_MS)).toBe(true);
      }
    }),
  );
});
