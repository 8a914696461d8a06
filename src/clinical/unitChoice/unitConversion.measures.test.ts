import { expect, test } from 'vitest';
import { seriesOfCodedResults } from '../../testing/readSeriesFixture.ts';
import { mergedSeriesInUnit, seriesInChosenUnits } from './unitConversion.ts';
import { choicesOfSystem } from './unitSystem.ts';

const LOINC = 'http://loinc.org';
const named = (text: string, code: string) => ({ code: { text, coding: [{ system: LOINC, code }] } });
const inSpecimen = (display: string) => ({ specimen: { display } });

/** Reads one plain result, then one of the same code that belongs on no line of the patient's plain ones. */
const both = (code: string, unit: string, [plain, other]: readonly number[], more: object) =>
  seriesOfCodedResults([
    { at: '2026-03-01T08:00:00Z', result: [code, plain!, unit] },
    { at: '2026-03-02T08:00:00Z', result: [code, other!, unit], more },
  ]);

test.each([
  ['cord blood', '718-7', 'g/dL', [13, 18], named('Hemoglobin, cord blood', '718-7')],
  ['a donor', '718-7', 'g/dL', [13, 7], named('Hemoglobin of donor', '718-7')],
  ['a newborn', '2345-7', 'mg/dL', [95, 40], named('Glucose, newborn', '2345-7')],
  ['cerebrospinal fluid', '2345-7', 'mg/dL', [95, 60], inSpecimen('Cerebrospinal fluid')],
  ['after a load', '2345-7', 'mg/dL', [95, 190], named('Glucose post load', '2345-7')],
  ['after dialysis', '2160-0', 'mg/dL', [7.2, 2.4], named('Creatinine post dialysis', '2160-0')],
  ['after dexamethasone', '2143-6', 'ug/dL', [15, 1], named('Cortisol after dexamethasone', '2143-6')],
] as const)(
  'rule 18: what is of %s stands on no other line in chosen units either',
  (_, code, unit, numbers, more) => {
    const all = both(code, unit, numbers, more);
    expect(all).toHaveLength(2);
    for (const system of ['si', 'conventional'] as const) {
      const { series, idOf } = seriesInChosenUnits(all, choicesOfSystem(system, 'si'));
      expect(series.map(({ id, values }) => [id, values.length])).toEqual(all.map(({ id }) => [id, 1]));
      expect(all.map(({ id }) => idOf(id))).toEqual(all.map(({ id }) => id));
    }
    expect(mergedSeriesInUnit(all, all[0]!.unit)).toBeUndefined();
  },
);

test('both units of such a measure become one series of its own', () => {
  const load = (code: string, value: number, unit: string, day: number) => ({
    at: `2026-03-0${day}T08:00:00Z`,
    result: [code, value, unit] as const,
    more: named('Glucose post load', code),
  });
  const { series } = seriesInChosenUnits(
    seriesOfCodedResults([
      { at: '2026-03-01T08:00:00Z', result: ['2345-7', 90, 'mg/dL'] },
      load('2345-7', 180, 'mg/dL', 2),
      load('14749-6', 11, 'mmol/L', 3),
    ]),
    { glucose: 'mmol/L' },
  );
  expect(
    series.map(({ id, unit, values }) => [id, unit, [...values].map((value) => value.toFixed(1))]),
  ).toEqual([
    ['glucose', 'mmol/L', ['5.0']],
    ['glucose~after a load', 'mmol/L', ['10.0', '11.0']],
  ]);
});
