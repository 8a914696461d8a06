import { describe, expect, test } from 'vitest';
import { changeSince } from '../../testing/changeFixture.ts';
import { loinc } from '../../testing/codes.ts';
import { onlySeriesOf, seriesOfResults, type SentResult } from '../../testing/readSeriesFixture.ts';
import type { SeriesChange } from './seriesChange.ts';

const SINCE = '2026-08-26T00:00:00Z';

/** Makes one result a month from January on. */
const monthly = (...values: readonly string[]): SentResult[] =>
  values.map((value, i) => ({ at: `2026-0${i + 1}-05T08:00:00Z`, value }));
const newest = (value: string, more: object = {}): SentResult => ({
  at: '2026-11-12T08:10:00Z',
  value,
  more,
});
const changeOf = (...sent: readonly SentResult[]): SeriesChange => changeSince(onlySeriesOf(...sent), SINCE);
const textsOf = ({ baseline }: SeriesChange) => baseline?.rows.map(({ valueText }) => valueText);

describe('the baseline', () => {
  test('is the newest ten days with results before the moment, and nothing after it but the result itself', () => {
    const days = Array.from({ length: 14 }, (_, i): SentResult => ({
      at: new Date(Date.UTC(2026, 4, 1 + i, 8)).toISOString(),
      value: `4.${i % 10}`,
    }));
    const later = { at: '2026-09-05T08:00:00Z', value: '5.5' };
    const change = changeOf(...days, later, newest('3.1'));
    expect(change.baseline?.values).toHaveLength(10);
    expect(textsOf(change)?.at(-1)).toBe('4.3');
    expect(change.distance?.count).toBe(10);
  });

  test('counts the median of a day once, and the same result under two ids once', () => {
    const day = ['4.1', '4.4', '6.0'].map((value, i) => ({ at: `2026-02-05T0${i + 6}:00:00Z`, value }));
    const twins = [1, 2].map((id) => ({ at: '2026-03-05T08:00:00Z', value: '4.6', more: { id: `t${id}` } }));
    const change = changeOf(...day, ...twins, newest('5.0'));
    expect(change.baseline?.values).toEqual([4.4, 4.6]);
    expect(textsOf(change)).toHaveLength(4);
  });

  test('is one earlier result where there is no other, with the wider limits of two single results', () => {
    const one = changeOf(...monthly('4.5'), newest('5.1')).distance;
    const three = changeOf(...monthly('4.5', '4.5', '4.5'), newest('5.1')).distance;
    expect(one?.count).toBe(1);
    expect(Math.abs(one!.d)).toBeLessThan(Math.abs(three!.d));
  });

  test('reaches back 365 days, and 730 only where fewer than three results are within', () => {
    const old = ['2024-12-05', '2025-01-05', '2025-02-05'].map((day) => ({
      at: `${day}T08:00:00Z`,
      value: '3.9',
    }));
    expect(textsOf(changeOf(...old, ...monthly('4.5', '4.6'), newest('5.0')))).toEqual([
      '3.9',
      '3.9',
      '3.9',
      '4.5',
      '4.6',
    ]);
    expect(textsOf(changeOf(...old, ...monthly('4.5', '4.6', '4.7'), newest('5.0')))).toEqual([
      '4.5',
      '4.6',
      '4.7',
    ]);
    const ancient = { at: '2020-01-05T08:00:00Z', value: '3.1' };
    expect(changeOf(ancient, newest('5.0')).noDistanceReason).toBe('too old');
  });

  test('rules 20 and 34: limits and preliminary results are part of nothing', () => {
    const change = changeOf(
      ...monthly('4.5', '4.9', '4.7'),
      { at: '2026-04-15T08:00:00Z', value: '<9.0' },
      { at: '2026-05-15T08:00:00Z', value: '9.1', more: { status: 'preliminary' } },
      newest('5.8'),
    );
    expect(textsOf(change)).toEqual(['4.5', '4.9', '4.7']);
    expect(change.excluded.map(({ reason }) => reason)).toEqual(['limit']);
  });

  test('rule 20: a limit has no distance, and both values are known', () => {
    const change = changeOf(...monthly('4.5', '4.9', '4.7'), newest('<3.0'));
    expect([change.distance, change.noDistanceReason, change.before?.valueText]).toEqual([
      undefined,
      'limit',
      '4.7',
    ]);
    expect(changeOf(...monthly('<4.5', '<4.5'), newest('5.8')).noDistanceReason).toBe('limit');
  });

  test('a value of zero has no distance on the log scale', () => {
    const eosinophils = (value: string) => ({
      code: loinc('711-2'),
      valueQuantity: { value: Number(value), valueText: value, unit: '10*3/uL' },
    });
    const sent = monthly('0.1', '0.2', '0.1').map((one) => ({
      ...one,
      more: eosinophils(String(one.value)),
    }));
    const change = changeSince(onlySeriesOf(...sent, newest('0', eosinophils('0'))), SINCE);
    expect(change.noDistanceReason).toBe('not positive');
  });

  test.each([
    ['method', { method: { text: 'Flame photometry' } }],
    ['specimen', { specimen: { display: 'Buffy coat' } }],
  ])('rules 6 and 18: results of another %s are not compared, and are named as left out', (reason, more) => {
    const other = monthly('4.5', '4.9', '4.7').map((one) => ({ ...one, more }));
    const change = changeOf(...other, newest('5.8'));
    expect([change.distance, change.noDistanceReason, change.excluded.length]).toEqual([
      undefined,
      reason,
      3,
    ]);
    expect(changeOf(...other, newest('5.8', more)).distance).toBeDefined();
    const both = [...other, { at: '2026-06-05T08:00:00Z', value: '4.0' }];
    expect(textsOf(changeOf(...both, newest('5.8', more)))).toEqual(['4.5', '4.9', '4.7']);
  });

  test('an exact conversion is the same measure: pounds and then kilograms are compared', () => {
    const weight = (value: number, unit: string) => ({
      code: loinc('29463-7'),
      valueQuantity: { value, unit, code: unit, system: 'http://unitsofmeasure.org' },
    });
    const pounds = [200, 201, 202].map((value, i) => ({
      at: `2026-0${i + 1}-05T08:00:00Z`,
      value,
      more: weight(value, '[lb_av]'),
    }));
    const change = changeSince(onlySeriesOf(...pounds, newest('99', weight(99, 'kg'))), SINCE);
    expect(change.distance?.median).toBeCloseTo(91.17, 1);
    expect(change.distance!.d).toBeGreaterThan(2.576);
  });

  test('a date that is not exact takes part only where it surely lies on one side of the moment', () => {
    const dates = ['2026-08-25', '2026-08-26', '2026-08', '2026-07', '2025'].map((at) => ({
      at,
      value: '4.7',
    }));
    expect(textsOf(changeOf(...dates, newest('5.8')))).toHaveLength(3);
    expect(() => changeOf(...monthly('4.5', '4.9', '4.7'), { at: '2026', value: '5.8' })).toThrow(
      'nothing is newer',
    );
  });

  test('glucose is compared only where fasting is known of both, and triglycerides with their own kind', () => {
    const glucose = (code: string, value: string) => ({
      code: loinc(code),
      valueQuantity: { value: Number(value), valueText: value, unit: 'mg/dL' },
    });
    const series = (earlier: string, last: string) =>
      changeSince(
        onlySeriesOf(
          ...monthly('95', '97', '93').map((one) => ({ ...one, more: glucose(earlier, String(one.value)) })),
          newest('141', glucose(last, '141')),
        ),
        SINCE,
      );
    expect(series('2345-7', '2345-7').noDistanceReason).toBe('fasting not known');
    expect(series('1558-6', '1558-6').distance?.d).toBeGreaterThan(2.576);
    expect(series('2345-7', '1558-6').noDistanceReason).toBe('fasting');
  });

  test('a result that is known not to be a fasting one is never compared as one', () => {
    const glucose = (value: string, isFasting: boolean) => ({
      code: loinc('2345-7'),
      valueQuantity: { value: Number(value), valueText: value, unit: 'mg/dL' },
      extension: [{ url: 'https://ehr.example/fhir/fasting-status', valueBoolean: isFasting }],
    });
    const reasonOf = (isFasting: boolean) =>
      changeSince(
        onlySeriesOf(
          ...monthly('95', '97').map((one) => ({ ...one, more: glucose(String(one.value), isFasting) })),
          newest('141', glucose('141', isFasting)),
        ),
        SINCE,
      ).noDistanceReason;
    expect([reasonOf(true), reasonOf(false)]).toEqual(['', 'fasting not known']);
  });

  test('a blood pressure standing stands apart from those sitting, and one at the thigh from those at the arm', () => {
    const systolic = (value: string, more: object) => ({
      code: loinc('8480-6'),
      valueQuantity: { value: Number(value), valueText: value, unit: 'mm[Hg]' },
      ...more,
    });
    const sent = (earlier: object, last: object) => [
      ...monthly('135', '137', '133').map((one) => ({ ...one, more: systolic(String(one.value), earlier) })),
      newest('96', systolic('96', last)),
    ];
    const countsOf = (earlier: object, last: object) =>
      seriesOfResults(sent(earlier, last)).map(({ rows }) => rows.length);
    const series = (earlier: object, last: object) =>
      changeSince(onlySeriesOf(...sent(earlier, last)), SINCE).noDistanceReason;
    const position = (text: string) => ({
      extension: [
        {
          url: 'http://hl7.org/fhir/StructureDefinition/observation-bodyPosition',
          valueCodeableConcept: { text },
        },
      ],
    });
    expect(countsOf(position('Sitting'), position('Standing position'))).toEqual([3, 1]);
    expect(countsOf({ bodySite: { text: 'Left upper arm' } }, { bodySite: { text: 'Right thigh' } })).toEqual(
      [3, 1],
    );
    expect(series({ bodySite: { text: 'Left arm' } }, { bodySite: { text: 'Right upper arm' } })).toBe('');
    expect(series(position('Sitting'), {})).toBe('');
  });

  test('a monitor stream has no distance, whatever it shows', () => {
    const every5Minutes = Array.from({ length: 40 }, (_, i): SentResult => ({
      at: new Date(Date.UTC(2026, 10, 12, 8, i * 5)).toISOString(),
      value: i < 39 ? '4.5' : '6.5',
    }));
    const change = changeSince(onlySeriesOf(...every5Minutes), '2026-11-12T10:00:00Z');
    expect([change.distance, change.noDistanceReason]).toEqual([undefined, 'monitor']);
  });
});
