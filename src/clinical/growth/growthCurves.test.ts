import { describe, expect, test } from 'vitest';
import { seriesOfCodedResults } from '../../testing/readSeriesFixture.ts';
import { drawnPercentiles, growthCurves, GROWTH_LAST_DAY, type CurveSpan } from './growthCurves.ts';
import { growthDistributionAt } from './growthDistribution.ts';
import { daysToSecondBirthday } from './growthAge.ts';
import { girl, tables } from './growthFixture.ts';
import { growthMeasurementOf } from './growthMeasurement.ts';
import { percentileOfZ } from './growthZ.ts';
import { sentPercentilesFor, sentPercentilesOf } from './sentPercentiles.ts';

const span: CurveSpan = {
  measure: 'weight',
  sex: 'male',
  fromDays: 0,
  toDays: 2000,
  secondBirthdayDays: daysToSecondBirthday(girl),
};

describe('curves', () => {
  const curves = growthCurves(span, tables);

  test('of both references, each with the percentiles that it draws', () => {
    const drawn = (reference: string) =>
      curves.filter((one) => one.reference === reference).map(({ percentile }) => percentile);
    expect(drawn('who2006')).toEqual([3, 15, 50, 85, 97]);
    expect(drawn('cdc2000')).toEqual([5, 10, 25, 50, 75, 90, 95]);
    const bmi = growthCurves({ ...span, measure: 'bmi', fromDays: 3000, toDays: 4000 }, tables);
    expect(bmi.map(({ percentile }) => percentile)).toEqual([5, 10, 25, 50, 75, 85, 90, 95]);
    expect(drawn('who2006')).toEqual(drawnPercentiles('who2006', 'weight'));
  });

  test('end before the second birthday and begin with it, and nothing joins them', () => {
    const who = curves.find(({ reference }) => reference === 'who2006')!;
    const cdc = curves.find(({ reference }) => reference === 'cdc2000')!;
    expect([who.agesDays.at(0), who.agesDays.at(-1)]).toEqual([0, 730]);
    expect([cdc.agesDays.at(0), cdc.agesDays.at(-1)]).toEqual([731, 2000]);
    for (const { agesDays } of curves)
      expect([...agesDays].every((age, i) => i === 0 || age > agesDays[i - 1]!)).toBe(true);
  });

  test('a point on the curve of a percentile has that percentile', () => {
    for (const { reference, percentile, agesDays, values } of curves)
      agesDays.forEach((day, i) => {
        const at = growthDistributionAt(tables, { reference, measure: 'weight', sex: 'male' }, day)!;
        expect(percentileOfZ(at.z(values[i]!))).toBeCloseTo(percentile, 6);
      });
  });

  test('a long span has about 120 ages, a short one each day, and a point one', () => {
    const ages = (fromDays: number, toDays: number) =>
      growthCurves({ ...span, fromDays, toDays }, tables)[0]?.agesDays.length ?? 0;
    expect(ages(100, 110)).toBe(11);
    expect(ages(50, 50)).toBe(1);
    const all = growthCurves({ ...span, toDays: GROWTH_LAST_DAY }, tables);
    const [who, cdc] = [all.at(0)!, all.at(-1)!];
    expect(who.agesDays.length + cdc.agesDays.length).toBeLessThan(130);
  });

  test('outside of the references there is none', () => {
    expect(growthCurves({ ...span, fromDays: 7400, toDays: 9000 }, tables)).toEqual([]);
    expect(growthCurves({ ...span, fromDays: -90, toDays: -1 }, tables)).toEqual([]);
    expect(growthCurves({ ...span, fromDays: 20, toDays: 10 }, tables)).toEqual([]);
    expect(growthCurves({ ...span, fromDays: Number.NaN }, tables)).toEqual([]);
    const head = growthCurves({ ...span, measure: 'headCircumference' }, tables);
    expect(new Set(head.map(({ reference }) => reference))).toEqual(new Set(['who2006', 'cdc2000']));
    expect(head.at(-1)?.agesDays.at(-1)).toBeLessThan(1096);
    expect(growthCurves({ ...span, fromDays: -90, toDays: 9000 }, tables)[0]?.agesDays.at(0)).toBe(0);
  });
});

describe('percentiles of the server', () => {
  const T = '2026-03-01T08:00:00Z';
  const all = seriesOfCodedResults([
    { at: T, result: ['29463-7', 9, 'kg'] },
    { at: T, result: ['8336-0', 41, '%'] },
    { at: '2026-03-01T08:00:01Z', result: ['8336-0', 43, '%'] },
    { at: T, result: ['8303-0', 12, '%'] },
    { at: T, result: ['8289-1', 82, '%'] },
    { at: T, result: ['59576-9', 91, '%'] },
    { at: T, result: ['59575-6', 90, '%'] },
    { at: T, result: ['59574-4', 92, '%'] },
    { at: T, result: ['77606-2', 33, '%'] },
    { at: '2026-03-02T08:00:00Z', result: ['8289-1', '>97', '%'] },
    { at: T, result: ['2708-6', 98, '%'] },
  ]);
  const sent = sentPercentilesOf(all);

  test('are known by their code, with what the code says they are by', () => {
    expect(sent.map(({ measure, percentile, by }) => `${measure} ${percentile} ${by}`).toSorted()).toEqual([
      'bmi 90 age',
      'bmi 91 ageAndSex',
      'bmi 92 notSaid',
      'headCircumference 82 notSaid',
      'height 12 notSaid',
      'weight 41 age',
      'weight 43 age',
      'weightForLength 33 ageAndSex',
    ]);
  });

  test('stand beside the measure of exactly their time, and are no measure themselves', () => {
    const weight = all.find(({ id }) => id === 'weight')!;
    const measurement = growthMeasurementOf(weight, weight.rows.at(0)!)!;
    expect(sentPercentilesFor(measurement, sent).map(({ percentile }) => percentile)).toEqual([41]);
    expect(sentPercentilesFor({ ...measurement, measure: 'bmi' }, sent)).toHaveLength(3);
    expect(sentPercentilesFor({ ...measurement, precision: 'day' }, sent)).toEqual([]);
    const percentiles = all.filter(({ unit }) => unit === '%');
    expect(percentiles.length).toBeGreaterThan(sent.length / 2);
    for (const series of percentiles)
      expect(growthMeasurementOf(series, series.rows.at(0) ?? series.listed.at(0)!)).toBeUndefined();
  });
});
